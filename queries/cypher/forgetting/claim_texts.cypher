// All texts of every claim of some pages, retired ones too, to look for a name in: first the claim's id, then a blank.
// $pages: keys of pages
UNWIND $pages AS page
MATCH (c:Claim {page: page})
RETURN page, collect(c.id + ' ' + c.evidence + ' | ' + c.subject_name + ' | '
  + coalesce(c.subject_qualifier, '') + ' | ' + coalesce(c.object_name, '') + ' | ' + coalesce(c.object_qualifier, '')
  + ' | ' + coalesce(c.value, '') + ' | ' + coalesce(c.role, '')) AS texts
