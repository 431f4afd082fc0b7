// All ties by the kind of the thing they go out from: what each is tied to from its side, as ids, a tie each.
MATCH (h:Thing)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]->(b:Thing)
WITH h, collect(b.id) AS there
RETURN h.kind AS kind, collect({here: h.id, there: there}) AS ties
