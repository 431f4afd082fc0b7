// The links between pairs of things, the surest first.
// $pairs: pairs of ids of things, each as here and there; quickest when here has fewer links than there
// $kinds: kinds of link that are wanted
UNWIND $pairs AS pair
MATCH (a:Thing {id: pair.here})-[l]-(b:Thing {id: pair.there})
WHERE type(l) IN $kinds
RETURN a.id AS here, a.kind AS here_kind, a.name AS here_name, b.id AS other_id, b.kind AS other_kind, b.name AS other_name, l.id AS id, type(l) AS kind,
  CASE WHEN startNode(l).id = a.id THEN 'out' ELSE 'in' END AS direction, l.role AS role, l.claims AS claims,
  l.sources AS sources, l.stated AS stated, l.confidence AS confidence, l.first_seen AS first_seen,
  l.valid_from AS valid_from, l.valid_to AS valid_to, l.valid_from_latest AS since, l.valid_to_earliest AS until
ORDER BY confidence DESC, sources DESC, id
