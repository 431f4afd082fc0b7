// Which initiatives have a part in gatherings, or in documents that they made or that present them.
// $kinds: kinds of thing that the other end may be of
MATCH (i:Initiative)-[l:ORGANISES|HELD_AT|TAKES_PART_IN|FEATURES|PART_OF|MEMBER_OF|MADE]-(s:Thing)
WHERE s.kind IN $kinds
RETURN i.id AS initiative, s.id AS subject, type(l) AS kind,
  CASE WHEN startNode(l).id = i.id THEN 'out' ELSE 'in' END AS direction, l.role AS role, l.claims AS claims, l.valid_from_latest AS since,
  l.valid_to_earliest AS until, l.first_seen AS first_seen
