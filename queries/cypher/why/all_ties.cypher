// All ties: what each thing is tied to from its side, as ids, a tie each.
MATCH (h:Thing)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]->(b:Thing)
RETURN h.id AS here, collect(b.id) AS there
