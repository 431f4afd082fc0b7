// Things that ways go through, each with how many ties it has.
// $ids: ids of things
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})
WITH t, COUNT { (t)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN collect({id: t.id, kind: t.kind, degree: degree}) AS rows
