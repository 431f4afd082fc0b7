// Things that ways go through, each with how many ties it has.
// $ids: ids of things
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})
RETURN t.id AS id, t.kind AS kind, t.name AS name,
  COUNT { (t)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
