// How many live claims below the line stand in the graph all the same, for both their ends are confirmed.
// $line: least strength, in thousandths, of a claim that enters the graph by itself
// $lower_line: least strength of a claim between confirmed ends
MATCH (c:Claim) WHERE NOT c.retired AND c.strength < $line AND c.strength >= $lower_line AND c.object IS NOT NULL
MATCH (k:Key {key: c.subject})
MATCH (:Thing {id: k.thing})-[l]-(:Thing) WHERE c.id IN l.claims
RETURN count(DISTINCT c.id) AS number
