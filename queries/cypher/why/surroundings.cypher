// What these things are linked to, also by bare geography and by pages that only name them.
// $ids: ids of things
// $barred: kinds of thing that no way goes through
// $ends: ids of the things that are to be joined, of whatever kind
// $among: ids of things that are wanted at the other end; all when there are none
// $limit: how many rows at most
MATCH (a:Thing)-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE|MENTIONS]-(b:Thing)
WHERE a.id IN $ids AND (NOT b.kind IN $barred OR b.id IN $ends)
  AND (size($among) = 0 OR b.id IN $among)
RETURN a.id AS here, b.id AS there, l.id AS link, type(l) AS kind, l.confidence AS confidence, l.valid_from_latest AS since,
  l.valid_to_earliest AS until, l.first_seen AS first_seen,
  b.kind AS there_kind, b.name AS there_name,
  COUNT { (b)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE|MENTIONS]-() } AS degree
ORDER BY degree, link LIMIT $limit
