// Which initiatives have a part in each gathering, or in documents that they made or that present them.
// $kinds: kinds of thing that the other end may be of
MATCH (i:Initiative)-[l:ORGANISES|HELD_AT|TAKES_PART_IN|FEATURES|PART_OF|MEMBER_OF|MADE]-(s:Thing)
WHERE s.kind IN $kinds
RETURN s.id AS subject, collect({initiative: i.id, kind: type(l),
  direction: CASE WHEN startNode(l).id = i.id THEN 'out' ELSE 'in' END, role: l.role, claims: l.claims,
  since: l.valid_from_latest, until: l.valid_to_earliest, first_seen: l.first_seen}) AS parts
