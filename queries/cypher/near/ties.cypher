// Every tie of these things, with what is at the other end and how many ties that has.
// $ids: ids of things
MATCH (o:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(s:Thing)
WHERE o.id IN $ids AND s.kind <> 'Place'
RETURN o.id AS here, l.id AS id, type(l) AS kind, CASE WHEN startNode(l).id = o.id THEN 'out' ELSE 'in' END AS direction,
  l.role AS role, l.claims AS claims, l.sources AS sources, l.confidence AS confidence, l.valid_from AS valid_from,
  l.valid_to AS valid_to, l.valid_from_latest AS since, l.valid_to_earliest AS until,
  l.first_seen AS first_seen,
  s.id AS other_id, s.kind AS other_kind, s.name AS other_name,
  COUNT { (s)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
