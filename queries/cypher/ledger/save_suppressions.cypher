// Keep names out from now on.
// $rows: properties of suppressions, with their id
UNWIND $rows AS row
MERGE (s:Suppression {id: row.id})
ON CREATE SET s = row
