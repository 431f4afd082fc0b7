// The things of all keys in these blocks of organisations.
// $blocks: blocks of keys
MATCH (k:Key) WHERE k.block IN $blocks
RETURN k.key AS key, k.thing AS thing
