// Keep of keys that are there what their tallies are now, and the things they lead to.
// $rows: properties of keys
UNWIND $rows AS row
MATCH (k:Key {key: row.key})
SET k = row
