// The live claims that say one of these statements, all in one row; a retired claim has no such text.
// $statements: hashes of statements
MATCH (c:Claim) WHERE c.statement IN $statements
RETURN collect(c.said) AS claims
