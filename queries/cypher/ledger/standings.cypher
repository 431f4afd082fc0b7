// How the things of these keys stand.
// $keys: keys
MATCH (k:Key) WHERE k.key IN $keys
OPTIONAL MATCH (t:Thing {id: k.thing})
RETURN k.key AS key, k.thing AS id, t.kind AS kind, t.confirmed AS confirmed
