// What retired claims said of these keys, from either end.
// $keys: keys
// $kinds: kinds of link that are wanted
MATCH (c:Claim) WHERE c.subject IN $keys AND c.retired AND c.predicate IN $kinds
RETURN properties(c) AS claim
UNION
MATCH (c:Claim) WHERE c.object IN $keys AND c.retired AND c.predicate IN $kinds
RETURN properties(c) AS claim
