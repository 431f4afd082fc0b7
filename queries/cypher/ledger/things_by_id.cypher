// These things as they are stored.
// $ids: ids of things
MATCH (t:Thing) WHERE t.id IN $ids
RETURN collect({thing: properties(t)}) AS rows
