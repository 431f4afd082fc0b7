// From how many hosts sources come.
MATCH (p:Page)
RETURN count(DISTINCT p.host) AS number
