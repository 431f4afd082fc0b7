// Every tie of these things, with what is at the other end and how many ties that has.
// $ids: ids of things
MATCH (o:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(s:Thing)
WHERE o.id IN $ids AND s.kind <> 'Place'
WITH o, l, s,
  COUNT { (s)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN collect(l {here: o.id, .id, kind: type(l), direction: CASE WHEN startNode(l).id = o.id THEN 'out' ELSE 'in' END, .role, .claims,
  .sources, .confidence, .valid_from, .valid_to, since: l.valid_from_latest, until: l.valid_to_earliest, .first_seen,
  other_id: s.id, other_kind: s.kind, other_name: s.name, degree: degree}) AS rows
