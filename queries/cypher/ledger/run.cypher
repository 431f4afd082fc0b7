// One run.
// $id: id of a run
MATCH (r:Run {id: $id})
RETURN properties(r) AS run
