// How many sources there are of each origin, still there or gone, and how fresh they are.
MATCH (p:Page)
RETURN p.origin AS origin, p.gone AS gone, count(p) AS number, max(p.fetched) AS last_read,
  max(p.checked) AS last_checked
