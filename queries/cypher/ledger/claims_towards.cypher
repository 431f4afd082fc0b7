// The live claims that lead to these keys, all in one row; a retired claim has no such text.
// $keys: keys
MATCH (c:Claim) WHERE c.object IN $keys
RETURN collect(c.said) AS claims
