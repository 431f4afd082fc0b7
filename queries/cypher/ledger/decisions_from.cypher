// The decisions in force whose first key is in one of these blocks.
// $blocks: blocks of keys
MATCH (d:Decision) WHERE d.subject_block IN $blocks AND NOT d.undone
RETURN collect({decision: properties(d)}) AS rows
