// The live claims that give these keys a field, all in one row; a retired claim has no such text.
// $keys: keys
MATCH (c:Claim) WHERE c.field_of IN $keys
RETURN collect(c.said) AS claims
