// The decisions in force whose object is in these blocks.
// $blocks: blocks of keys
MATCH (d:Decision) WHERE d.object_block IN $blocks AND NOT d.undone
RETURN collect({decision: properties(d)}) AS rows
