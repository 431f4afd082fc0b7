// The live claims that give these keys a field, all in one row; a retired claim has no such text.
// $keys: keys
UNWIND $keys AS wanted
MATCH (c:Claim {field_of: wanted})
RETURN collect(c.said) AS claims
