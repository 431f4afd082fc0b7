// What the claims of some pages name, each once, to look for a name in; no quotes from their page as it is now.
// $pages: keys of pages
UNWIND $pages AS page
OPTIONAL MATCH (p:Page {id: page})
WITH page, p.fingerprint AS now
MATCH (c:Claim {page: page})
RETURN page, count(c) AS claims, collect(DISTINCT c.subject_name) + collect(DISTINCT c.subject_qualifier)
  + collect(DISTINCT c.object_name) + collect(DISTINCT c.object_qualifier) + collect(DISTINCT c.value)
  + collect(DISTINCT c.role)
  + collect(CASE WHEN c.origin = 'page' AND c.fingerprint = now THEN null ELSE c.evidence END) AS texts
