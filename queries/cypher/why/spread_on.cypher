// What the neighbours of these things are, and are tied to, as ids; of a neighbour with very many ties only that it has so many.
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
WITH h, count(b) AS degree, collect(CASE WHEN NOT b.kind IN $barred OR b.id IN $ends THEN b.id END) AS there
WITH h, degree, there, size(there) > $most AS many
RETURN collect({here: h.id, kind: h.kind, degree: degree, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
