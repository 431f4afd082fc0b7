// What second readers answered before.
// $ids: ids of replies
MATCH (r:Reply) WHERE r.id IN $ids
RETURN properties(r) AS reply
