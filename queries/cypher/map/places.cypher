// Where things are at home or take place.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})-[l:BASED_IN|HELD_IN]->(p:Place)
RETURN t.id AS id, p.name AS name, p.province AS province, l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
