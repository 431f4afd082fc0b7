// The keys with these ids, and the things that they are part of.
// $ids: ids of keys
UNWIND $ids AS wanted
MATCH (k:Key {id: wanted})
MATCH (t:Thing {id: k.thing})
RETURN k.key AS key, k.tally AS tally, k.id AS id, t.id AS thing, t.kind AS kind, t.name AS name
