// The links that leave from things, those of documents that only name or point left out.
// $ids: ids of things
UNWIND $ids AS id
MATCH (a:Thing {id: id})-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]->(b:Thing)
RETURN l.id AS id, type(l) AS kind, a.id AS start, b.id AS end, l.role AS role, l.stated AS stated,
  l.sources AS sources, l.valid_from AS valid_from, l.valid_to AS valid_to,
  l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
