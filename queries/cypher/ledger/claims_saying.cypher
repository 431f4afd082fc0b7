// The live claims that say one of these statements, all in one row; a retired claim has no such text.
// $statements: hashes of statements
UNWIND $statements AS wanted
MATCH (c:Claim {statement: wanted})
RETURN collect(c.said) AS claims
