// What these things are linked to by any link at all, as ids; of a thing with very many links only that it has so many.
// $ids: ids of things
// $ends: ids of the things that are to be joined, with however many links
// $most: how many links are very many
UNWIND $ids AS here
MATCH (:Thing {id: here})--(b:Thing)
WITH here, collect(b.id) AS there
WITH here, there, size(there) > $most AND NOT here IN $ends AS many
RETURN collect({here: here, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
