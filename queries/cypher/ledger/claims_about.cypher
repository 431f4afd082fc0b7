// The live claims that start from these keys, all in one row; a retired claim has no such text.
// $keys: keys
MATCH (c:Claim) WHERE c.subject IN $keys
RETURN collect(c.said) AS claims
