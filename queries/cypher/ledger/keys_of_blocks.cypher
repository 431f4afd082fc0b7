// The keys of these blocks.
// $blocks: blocks of keys
MATCH (k:Key) WHERE k.block IN $blocks
RETURN k.key AS key, k.thing AS thing, k.tally AS tally
