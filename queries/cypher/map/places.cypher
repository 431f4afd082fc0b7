// Where things are at home or take place.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})-[:BASED_IN|HELD_IN]->(p:Place)
RETURN t.id AS id, p.name AS name, p.province AS province
