// Take replies away.
// $ids: ids of replies
MATCH (r:Reply) WHERE r.id IN $ids
DELETE r
