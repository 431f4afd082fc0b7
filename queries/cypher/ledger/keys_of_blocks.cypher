// The keys of these blocks.
// $blocks: blocks of keys
MATCH (k:Key) WHERE k.block IN $blocks
RETURN collect({key: k.key, thing: k.thing, tally: k.tally}) AS rows
