// Things with their names, and with how many links each has.
// $ids: ids of things
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})
WITH t, COUNT { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN collect(t {.id, .kind, .name, .aliases, degree: degree}) AS rows
