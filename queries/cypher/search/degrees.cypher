// How many links each thing has, without those of documents that only name it.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})
RETURN t.id AS id, COUNT { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
