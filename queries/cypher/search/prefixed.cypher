// The ids of things whose names begin so, so many of each family, in the order of the index.
// $organisation: how the blocks of keys of that family begin
// $person: how the blocks of keys of that family begin
// $event: how the blocks of keys of that family begin
// $series: how the blocks of keys of that family begin
// $place: how the blocks of keys of that family begin
// $theme: how the blocks of keys of that family begin
// $most: how many of each
MATCH (k:Key) WHERE k.block STARTS WITH $organisation WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
UNION ALL
MATCH (k:Key) WHERE k.block STARTS WITH $person WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
UNION ALL
MATCH (k:Key) WHERE k.block STARTS WITH $event WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
UNION ALL
MATCH (k:Key) WHERE k.block STARTS WITH $series WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
UNION ALL
MATCH (k:Key) WHERE k.block STARTS WITH $place WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
UNION ALL
MATCH (k:Key) WHERE k.block STARTS WITH $theme WITH k.thing AS id LIMIT $most RETURN collect({id: id}) AS rows
