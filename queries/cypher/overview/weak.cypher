// The live claims below the line, and whether they may enter the graph all the same between confirmed ends.
// $line: least strength, in thousandths, of a claim that enters the graph by itself
// $lower_line: least strength of a claim between confirmed ends
MATCH (c:Claim) WHERE c.strength < $line AND NOT c.retired
RETURN c.id AS id, c.subject AS key, c.object IS NOT NULL AND c.strength >= $lower_line AS liftable
