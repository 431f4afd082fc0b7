// The ties of these things, with what is at the other end and how many ties that has.
// $ids: ids of things
// $barred: kinds of thing that no way goes through
// $ends: ids of the things that are to be joined, of whatever kind
// $among: ids of things that are wanted at the other end; all when there are none
// $limit: how many rows at most
MATCH (a:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing)
WHERE a.id IN $ids AND a.kind <> 'Place' AND (NOT b.kind IN $barred OR b.id IN $ends)
  AND (size($among) = 0 OR b.id IN $among)
RETURN a.id AS here, b.id AS there, l.id AS link, type(l) AS kind, l.confidence AS confidence, l.valid_from_latest AS since,
  l.valid_to_earliest AS until, l.first_seen AS first_seen,
  b.kind AS there_kind, b.name AS there_name,
  COUNT { (b)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
ORDER BY degree, link LIMIT $limit
