// The same as near/shared, for things with few ties: looked for from those.
// $wanted: true for the id of each initiative: looking an id up in a list of hundreds takes longer than finding it
// $things: ids of things
MATCH (s:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(i:Thing)
WHERE s.id IN $things AND $wanted[i.id] IS NOT NULL
RETURN i.id AS here, l.id AS id, type(l) AS kind, CASE WHEN startNode(l).id = i.id THEN 'out' ELSE 'in' END AS direction,
  l.role AS role, l.claims AS claims, l.sources AS sources, l.confidence AS confidence, l.valid_from AS valid_from,
  l.valid_to AS valid_to, l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen,
  s.id AS other_id
