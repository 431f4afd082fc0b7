// All texts of every claim of some pages to look for a name in, behind its id and a blank; no quotes from its page now.
// $pages: keys of pages
UNWIND $pages AS page
OPTIONAL MATCH (p:Page {id: page})
WITH page, p.fingerprint AS now
MATCH (c:Claim {page: page})
RETURN page, collect(c.id + ' ' + CASE WHEN c.origin = 'page' AND c.fingerprint = now THEN '' ELSE c.evidence END + ' | '
  + c.subject_name + ' | ' + coalesce(c.subject_qualifier, '') + ' | ' + coalesce(c.object_name, '') + ' | '
  + coalesce(c.object_qualifier, '') + ' | ' + coalesce(c.value, '') + ' | ' + coalesce(c.role, '')) AS texts
