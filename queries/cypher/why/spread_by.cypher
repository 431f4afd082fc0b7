// What these things are linked to, by some kinds of link, on some day, as ids; of a thing with very many only that it has so many.
// $ids: ids of things
// $kinds: kinds of link that are followed
// $barred: kinds of thing that nothing goes through
// $ends: ids of the things that are to be joined, of whatever kind and with however many links
// $as_of: last moment of the day that a link must hold on, or null
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
// $most: how many links are very many
UNWIND $ids AS here
MATCH (:Thing {id: here})-[l]-(b:Thing)
WHERE type(l) IN $kinds AND (NOT b.kind IN $barred OR b.id IN $ends) AND ($as_of IS NULL
  OR ((l.valid_from_latest IS NULL OR l.valid_from_latest <= $as_of)
  AND (l.valid_to_earliest IS NULL OR $as_of < l.valid_to_earliest OR (l.valid_to = '..' AND $moment < l.first_seen))))
WITH here, collect(b.id) AS there
WITH here, there, size(there) > $most AND NOT here IN $ends AS many
RETURN collect({here: here, many: many, there: CASE WHEN many THEN [] ELSE there END}) AS rows
