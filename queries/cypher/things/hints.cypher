// What tells things with equal names apart: their organisations and places, dates and municipality.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN t.id AS id, t.start AS start, t.municipality AS municipality, t.province AS province,
  [(t)-[l:HAS_ROLE]->(o:Thing) | o.name] AS organisations, [(t)-[:BASED_IN|HELD_IN]->(p:Place) | p.name] AS places
