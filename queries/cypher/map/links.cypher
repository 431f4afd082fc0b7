// The links that leave from things, those of documents that only name or point left out.
// $ids: ids of things
MATCH (a:Thing)-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]->(b:Thing) WHERE a.id IN $ids
RETURN l.id AS id, type(l) AS kind, a.id AS start, b.id AS end, l.role AS role, l.stated AS stated,
  l.sources AS sources, l.valid_from AS valid_from, l.valid_to AS valid_to, l.claims AS claims
ORDER BY id
