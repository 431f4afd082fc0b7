// Which of these keys live claims of other pages have as their object.
// $keys: keys
// $pages: keys of Documents that do not count
MATCH (c:Claim) WHERE c.object IN $keys AND NOT c.retired AND NOT c.page IN $pages
RETURN DISTINCT c.object AS key
