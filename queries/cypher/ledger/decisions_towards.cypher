// The decisions in force whose other key, or only one, is in one of these blocks.
// $blocks: blocks of keys
MATCH (d:Decision) WHERE d.object_block IN $blocks AND NOT d.undone
RETURN collect({decision: properties(d)}) AS rows
