// What things are linked with: how often, and how many links each of those has in all.
// $ids: ids of things
// $as_of: last moment of the day that links must hold on, or null
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
// $limit: how many at most
MATCH (a:Thing)-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing) WHERE a.id IN $ids AND ($as_of IS NULL
  OR ((l.valid_from_latest IS NULL OR l.valid_from_latest <= $as_of)
  AND (l.valid_to_earliest IS NULL OR $as_of < l.valid_to_earliest OR (l.valid_to = '..' AND $moment < l.first_seen))))
WITH b, count(l) AS ties
WITH b, ties, COUNT { (b)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN b.id AS id, b.kind AS kind, ties, degree
ORDER BY ties DESC, degree DESC, id
LIMIT $limit
