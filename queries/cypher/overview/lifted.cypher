// How many live claims below the line stand in the graph all the same, for both their ends are confirmed.
// $line: least strength, in thousandths, of a claim that enters the graph by itself
// $lower_line: least strength of a claim between confirmed ends
MATCH (c:Claim) WHERE NOT c.retired AND c.strength < $line AND c.strength >= $lower_line AND c.object IS NOT NULL
WITH collect({id: c.id, key: c.subject}) AS weak
UNWIND weak AS one
MATCH (k:Key {key: one.key})
MATCH (t:Thing {id: k.thing})
MATCH (t)-[l]-() WHERE one.id IN l.claims
RETURN count(DISTINCT one.id) AS number
