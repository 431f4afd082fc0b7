// The live claims that are too weak to enter the graph by themselves, all in one row.
// $line: least strength, in thousandths, of a claim that enters the graph
MATCH (c:Claim) WHERE NOT c.retired AND c.strength < $line
RETURN collect(c.said) AS claims
