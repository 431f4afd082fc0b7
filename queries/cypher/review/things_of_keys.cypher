// The ids of keys, and the things that they are part of.
// $keys: keys
UNWIND $keys AS wanted
MATCH (k:Key {key: wanted})
MATCH (t:Thing {id: k.thing})
RETURN k.key AS key, k.tally AS tally, k.id AS id, t.id AS thing, t.kind AS kind, t.name AS name
