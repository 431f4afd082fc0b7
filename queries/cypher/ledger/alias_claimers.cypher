// The blocks of the things that state one of these blocks as their other name.
// $blocks: blocks of keys
MATCH (c:Claim) WHERE c.points_to IN $blocks AND NOT c.retired
RETURN collect(DISTINCT {key: c.subject}) AS rows
