// The names of things.
// $ids: ids of things
MATCH (t:Thing) WHERE t.id IN $ids
RETURN t.id AS id, t.kind AS kind, t.name AS name
