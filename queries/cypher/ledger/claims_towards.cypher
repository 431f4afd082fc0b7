// The live claims that lead to these keys, all in one row; a retired claim has no such text.
// $keys: keys
UNWIND $keys AS wanted
MATCH (c:Claim {object: wanted})
RETURN collect(c.said) AS claims
