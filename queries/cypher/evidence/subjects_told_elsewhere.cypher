// Which of these keys live claims of other pages have as their subject.
// $keys: keys
// $pages: keys of Documents that do not count
MATCH (c:Claim) WHERE c.subject IN $keys AND NOT c.retired AND NOT c.page IN $pages
RETURN DISTINCT c.subject AS key
