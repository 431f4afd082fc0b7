// Store keys with their tallies and the things they lead to.
// $rows: properties of keys
UNWIND $rows AS row
MERGE (k:Key {key: row.key})
SET k = row
