// The decisions in force that speak of these blocks.
// $blocks: blocks of keys
MATCH (d:Decision) WHERE d.subject_block IN $blocks AND NOT d.undone
RETURN properties(d) AS decision
UNION
MATCH (d:Decision) WHERE d.object_block IN $blocks AND NOT d.undone
RETURN properties(d) AS decision
