// Take things that no longer exist out of the graph, with their links.
// $ids: ids of things
MATCH (t:Thing) WHERE t.id IN $ids
DETACH DELETE t
