// How many live claims there are.
MATCH (c:Claim) WHERE NOT c.retired
RETURN count(c) AS number
