// What these things are tied to, as ids; of a thing with very many ties only that it has so many.
// $ids: ids of things
// $barred: kinds of thing that nothing goes through
// $ends: ids of the things that are to be joined, of whatever kind and with however many ties
// $most: how many ties are very many
UNWIND $ids AS here
MATCH (:Thing {id: here})-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing)
WHERE NOT b.kind IN $barred OR b.id IN $ends
WITH here, collect(b.id) AS there
WITH here, there, size(there) > $most AND NOT here IN $ends AS many
RETURN collect({here: here, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
