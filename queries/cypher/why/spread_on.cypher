// What the neighbours of these things are tied to, as ids; of a neighbour with very many ties only that it has so many.
// $ends: ids of the things
// $barred: kinds of thing that nothing goes through
// $hubs: ids of neighbours that are left alone
// $most: how many ties are very many
// $limit: how many neighbours are looked at
UNWIND $ends AS end
MATCH (:Thing {id: end})-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(h:Thing)
WHERE NOT h.kind IN $barred AND NOT h.id IN $ends AND NOT h.id IN $hubs
WITH DISTINCT h LIMIT $limit
MATCH (h)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing)
WHERE NOT b.kind IN $barred OR b.id IN $ends
WITH h.id AS here, collect(b.id) AS there
WITH here, there, size(there) > $most AS many
RETURN collect({here: here, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
