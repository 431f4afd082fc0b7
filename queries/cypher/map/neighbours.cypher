// What things are linked with: how often, and how many links each of those has in all.
// $ids: ids of things
// $limit: how many at most
MATCH (a:Thing)-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing) WHERE a.id IN $ids
WITH b, count(l) AS ties
WITH b, ties, COUNT { (b)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN b.id AS id, b.kind AS kind, ties, degree
ORDER BY ties DESC, degree DESC, id
LIMIT $limit
