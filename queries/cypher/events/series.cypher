// What the series that gatherings belong to are about.
// $ids: ids of series
UNWIND $ids AS id
MATCH (:Thing {id: id})-[:HAS_THEME]->(t:Theme)
RETURN id, t.id AS theme
