// The claims that pages make.
// $pages: ids of pages
UNWIND $pages AS page
MATCH (c:Claim {page: page})
RETURN c.id AS id
