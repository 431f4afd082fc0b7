// Store replies of second readers, new or changed.
// $rows: properties of replies, with their id
UNWIND $rows AS row
MERGE (r:Reply {id: row.id})
SET r = row
