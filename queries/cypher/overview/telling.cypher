// How many pages that are still there say anything of a thing but of themselves.
MATCH (p:Page) WHERE p.origin = 'page' AND NOT p.gone
  AND EXISTS { MATCH (c:Claim {page: p.id}) WHERE NOT c.retired AND (c.object IS NOT NULL OR c.subject <> c.page) }
RETURN count(p) AS number
