// Store a decision.
// $row: properties of the decision, with its id
MERGE (d:Decision {id: $row.id})
SET d = $row
