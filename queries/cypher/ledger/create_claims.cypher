// Store claims that are not there yet.
// $rows: properties of claims, with their id
UNWIND $rows AS row
CREATE (c:Claim {id: row.id})
SET c = row
