// Store claims, new or changed.
// $rows: properties of claims, with their id
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
SET c = row
