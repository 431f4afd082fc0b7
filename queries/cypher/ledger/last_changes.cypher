// The latest change of each of these pages.
// $pages: ids of pages
MATCH (c:Change) WHERE c.page IN $pages
RETURN c.page AS page, max(c.number) AS number
