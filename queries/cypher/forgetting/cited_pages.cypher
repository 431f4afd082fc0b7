// The keys of all pages that claims come from.
MATCH (c:Claim)
RETURN DISTINCT c.page AS page
