// Where things are, in which municipality, and what they are about.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN t.id AS id,
  [(t)-[:BASED_IN|HELD_IN]->(p:Place) | p {.id, .kind, .name, .municipality}] AS places,
  [(t)-[:HAS_THEME|HAS_KEYWORD]->(s:Thing) | s {.id, .kind, .name}] AS themes
