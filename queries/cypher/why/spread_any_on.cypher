// What the neighbours of these things are linked to by any link at all, as ids; of a neighbour with very many links only that it has so many.
// $ends: ids of the things
// $hubs: ids of neighbours that are left alone
// $most: how many links are very many
// $limit: how many neighbours are looked at
UNWIND $ends AS end
MATCH (:Thing {id: end})--(h:Thing)
WHERE NOT h.id IN $ends AND NOT h.id IN $hubs
WITH DISTINCT h LIMIT $limit
MATCH (h)--(b:Thing)
WITH h.id AS here, collect(b.id) AS there
WITH here, there, size(there) > $most AS many
RETURN collect({here: here, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
