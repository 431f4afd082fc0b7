// The live claims that start from these keys, all in one row; a retired claim has no such text.
// $keys: keys
UNWIND $keys AS wanted
MATCH (c:Claim {subject: wanted})
RETURN collect(c.said) AS claims
