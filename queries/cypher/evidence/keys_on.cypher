// The keys of everything that live claims of pages speak of.
// $pages: keys of Documents
MATCH (c:Claim) WHERE c.page IN $pages AND NOT c.retired
RETURN DISTINCT c.page AS page, c.subject AS subject, c.object AS object
