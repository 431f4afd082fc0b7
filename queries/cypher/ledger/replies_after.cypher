// All replies of second readers by id, a number at a time.
// $after: the id after which to go on; empty for the first ones
// $limit: how many at most
MATCH (r:Reply) WHERE r.id > $after
RETURN properties(r) AS reply
ORDER BY reply.id LIMIT $limit
