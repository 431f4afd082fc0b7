// The keys of everything that live claims of pages speak of.
// $pages: keys of Documents
UNWIND $pages AS page
MATCH (c:Claim {page: page}) WHERE NOT c.retired
RETURN DISTINCT c.page AS page, c.subject AS subject, c.object AS object
