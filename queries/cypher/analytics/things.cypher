// The things of some kinds.
// $kinds: kinds of thing
MATCH (t:Thing) WHERE t.kind IN $kinds
RETURN t.id AS id, t.kind AS kind, t.name AS name
