// What is known of things.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN properties(t) AS thing
