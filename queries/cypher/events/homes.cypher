// Where hosts of gatherings are at home.
// $ids: ids of organisations
UNWIND $ids AS id
MATCH (:Thing {id: id})-[l:BASED_IN]->(p:Place)
RETURN id, p.id AS place, l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
