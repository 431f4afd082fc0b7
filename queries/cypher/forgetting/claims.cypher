// How many claims there are.
MATCH (c:Claim)
RETURN count(c) AS number
