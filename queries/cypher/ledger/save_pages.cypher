// Store pages, new or changed.
// $rows: properties of pages, with their id
UNWIND $rows AS row
MERGE (p:Page {id: row.id})
SET p = row
