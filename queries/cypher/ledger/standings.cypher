// How the things of these keys stand.
// $keys: keys
UNWIND $keys AS key
MATCH (k:Key {key: key})
OPTIONAL MATCH (t:Thing {id: k.thing})
RETURN k.key AS key, k.thing AS id, t.kind AS kind, t.confirmed AS confirmed
