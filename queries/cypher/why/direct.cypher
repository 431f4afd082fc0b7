// The links between two things that tie nothing: that the one lies in the other, or names it.
// $start: id of the one
// $target: id of the other
MATCH (a:Thing {id: $start})-[l]-(b:Thing {id: $target})
RETURN type(l) AS kind, CASE WHEN startNode(l).id = a.id THEN 'out' ELSE 'in' END AS direction, l.role AS role, l.claims AS claims,
  l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
ORDER BY kind
