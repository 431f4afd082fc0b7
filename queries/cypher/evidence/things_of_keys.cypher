// The things that keys are part of.
// $keys: keys
UNWIND $keys AS key
MATCH (k:Key {key: key})
MATCH (t:Thing {id: k.thing})
RETURN key, t.id AS id, t.kind AS kind, t.name AS name
