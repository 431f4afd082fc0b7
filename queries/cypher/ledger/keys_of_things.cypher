// The blocks of all keys of these things.
// $things: ids of things
MATCH (k:Key) WHERE k.thing IN $things
RETURN collect(DISTINCT {block: k.block}) AS rows
