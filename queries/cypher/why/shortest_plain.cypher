// The shortest paths by ties from one thing to another, none by way of a subject, six links long at most.
// $start: id of the one
// $target: id of the other
// $limit: how many at most
MATCH (a:Thing {id: $start}), (b:Thing {id: $target})
MATCH path = allShortestPaths((a)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS*..6]-(b))
RETURN [n IN nodes(path) | n.id] AS things LIMIT $limit
