// How many sources are still there, how many of them were read as pages, how many are gone, and how fresh they are.
MATCH (p:Page)
RETURN count(CASE WHEN NOT p.gone THEN 1 END) AS sources, count(CASE WHEN p.gone THEN 1 END) AS gone,
  count(CASE WHEN NOT p.gone AND p.origin = 'page' THEN 1 END) AS pages, count(DISTINCT p.host) AS hosts,
  max(p.fetched) AS last_read, max(p.checked) AS last_checked
