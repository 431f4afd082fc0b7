// A shortest way between two things by any link at all, also by those that tie nothing, four links long at most.
// $start: id of the one
// $target: id of the other
MATCH (a:Thing {id: $start}), (b:Thing {id: $target})
MATCH path = allShortestPaths((a)-[*..4]-(b))
WITH path, reduce(way = '', n IN nodes(path) | way + n.id) + reduce(way = '', r IN relationships(path) | way + r.id) AS way
ORDER BY way LIMIT 1
RETURN [n IN nodes(path) | n {.id, .kind, .name}] AS things,
  [r IN relationships(path) | {kind: type(r), start: startNode(r).id, role: r.role, claims: r.claims,
    since: r.valid_from_latest, until: r.valid_to_earliest, first_seen: r.first_seen}] AS links
