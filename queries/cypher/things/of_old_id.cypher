// The thing that an id leads to: its own, or that of a key which is now part of it.
// $id: an id
UNWIND [$id] AS wanted
MATCH (k:Key {id: wanted})
MATCH (t:Thing {id: k.thing})
RETURN DISTINCT t.id AS id, t.kind AS kind, t.name AS name
