// The ids of the claims behind the links that leave from things.
// $ids: ids of things
UNWIND $ids AS id
MATCH (a:Thing {id: id})-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]->(:Thing)
RETURN l.id AS id, l.claims AS claims
