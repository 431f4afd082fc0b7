// The ids of some things whose names begin so, in the order of the index.
// $block: how the blocks of their keys begin
// $most: how many at most
MATCH (k:Key) WHERE k.block STARTS WITH $block
WITH k.thing AS id LIMIT $most
RETURN collect({id: id}) AS rows
