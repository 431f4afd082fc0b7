// Store keys that are not there yet.
// $rows: properties of keys
UNWIND $rows AS row
CREATE (k:Key {key: row.key})
SET k = row
