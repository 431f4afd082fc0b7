// The ties of these initiatives to these things.
// $initiatives: ids of initiatives
// $things: ids of things
MATCH (i:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(s:Thing)
WHERE i.id IN $initiatives AND s.id IN $things
RETURN collect(l {here: i.id, .id, kind: type(l), direction: CASE WHEN startNode(l).id = i.id THEN 'out' ELSE 'in' END, .role, .claims,
  .sources, .confidence, .valid_from, .valid_to, since: l.valid_from_latest, until: l.valid_to_earliest, .first_seen, other_id: s.id}) AS rows
