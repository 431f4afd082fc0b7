// What pages say and once said of when gatherings begin.
// $pages: keys of Documents
UNWIND $pages AS page
MATCH (c:Claim {page: page}) WHERE c.predicate = 'start'
RETURN page, c.subject AS key, c.retired AS retired, c.first_seen AS first_seen
