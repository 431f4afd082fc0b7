// The things with most links, those of documents that only name or point left out; documents without a link too.
// $limit: how many at most
MATCH (t:Thing)
WITH t, COUNT { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
WHERE degree > 0 OR t.kind <> 'Document'
RETURN t.id AS id, degree
ORDER BY degree DESC, id
LIMIT $limit
