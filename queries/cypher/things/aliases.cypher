// The live claims that give these keys another name, all in one row.
// $keys: keys
MATCH (c:Claim) WHERE c.subject IN $keys AND c.predicate = 'alias' AND NOT c.retired
RETURN collect(c.said) AS claims
