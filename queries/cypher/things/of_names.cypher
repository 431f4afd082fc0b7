// The things that go by a name in one of these blocks.
// $blocks: blocks of keys: family and folded name
UNWIND $blocks AS block
MATCH (k:Key {block: block})
MATCH (t:Thing {id: k.thing})
RETURN DISTINCT t.id AS id, t.kind AS kind, t.name AS name, t.aliases AS aliases
