// How many live claims there are, how many of them are below the line, and from how many pages with text they come.
// $line: least strength, in thousandths, of a claim that enters the graph
MATCH (c:Claim) WHERE NOT c.retired
RETURN count(c) AS claims, count(CASE WHEN c.strength < $line THEN 1 END) AS weak,
  count(DISTINCT CASE WHEN c.origin = 'page' AND (c.object IS NOT NULL OR c.subject <> c.page) THEN c.page END) AS pages
