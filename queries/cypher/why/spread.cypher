// What these things are, and are tied to, as ids; of a thing with very many ties only that it has so many.
// $ids: ids of things
// $barred: kinds of thing that nothing goes through
// $ends: ids of the things that are to be joined, of whatever kind and with however many ties
// $most: how many ties are very many
UNWIND $ids AS here
MATCH (h:Thing {id: here})-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing)
WITH h, count(b) AS degree, collect(CASE WHEN NOT b.kind IN $barred OR b.id IN $ends THEN b.id END) AS there
WITH h, degree, there, size(there) > $most AND NOT h.id IN $ends AS many
RETURN collect({here: h.id, kind: h.kind, degree: degree, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
