// The claims behind the links that are drawn between pairs of things.
// $pairs: pairs of ids of things, each as here and there
UNWIND $pairs AS pair
MATCH (a:Thing {id: pair.here})-[l]-(b:Thing {id: pair.there})
RETURN DISTINCT l.id AS id, l.claims AS claims
