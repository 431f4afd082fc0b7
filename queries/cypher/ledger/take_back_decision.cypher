// Take back a decision; it stays on record.
// $id: id of a decision
MATCH (d:Decision {id: $id})
SET d.undone = true
RETURN properties(d) AS decision
