// Keep how pages were before a run changed them.
// $rows: properties of changes, with their id
UNWIND $rows AS row
MERGE (c:Change {id: row.id})
SET c = row
