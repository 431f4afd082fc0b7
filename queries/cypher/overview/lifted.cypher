// How many of these claims stand behind a link in the graph.
// $claims: ids of claims, each with the key of its subject as key
UNWIND $claims AS one
MATCH (k:Key {key: one.key})
MATCH (t:Thing {id: k.thing})
MATCH (t)-[l]-() WHERE one.id IN l.claims
RETURN count(DISTINCT one.id) AS number
