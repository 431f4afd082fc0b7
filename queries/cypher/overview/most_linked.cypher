// The things of these kinds with most links, those of documents that only name or point left out.
// $kinds: kinds of thing
// $limit: how many at most
MATCH (t:Thing) WHERE t.kind IN $kinds
WITH t, COUNT { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN t.id AS id, t.kind AS kind, t.name AS name, degree
ORDER BY degree DESC, name, id
LIMIT $limit
