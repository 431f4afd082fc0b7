// How many things of each kind these pages name, surely enough to be shown.
// $pages: keys of Documents
// $line: how sure a claim must be to be shown, in thousandths
MATCH (c:Claim) WHERE c.page IN $pages AND c.predicate = 'MENTIONS' AND c.strength >= $line AND NOT c.retired
RETURN c.object_kind AS kind, count(DISTINCT c.object) AS number
