// The thing that an id leads to: its own, or that of a key which is now part of it.
// $id: an id
UNWIND [$id] AS wanted
MATCH (k:Key {id: wanted})
MATCH (t:Thing {id: k.thing})
WITH DISTINCT t
RETURN collect({id: t.id, kind: t.kind, name: t.name}) AS rows
