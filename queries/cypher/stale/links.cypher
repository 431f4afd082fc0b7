// The links between pairs of things, with what is needed to tell them.
// $pairs: pairs of ids of things, each as here and there
UNWIND $pairs AS pair
MATCH (a:Thing {id: pair.here})-[l]->(b:Thing {id: pair.there})
RETURN DISTINCT l.id AS id, type(l) AS kind, 'out' AS direction, l.role AS role, l.claims AS claims,
  l.sources AS sources, l.stated AS stated, l.confidence AS confidence, l.first_seen AS first_seen,
  l.valid_from AS valid_from, l.valid_to AS valid_to, l.valid_to_earliest AS until,
  a.id AS here, a.kind AS here_kind, a.name AS here_name, b.id AS other_id, b.kind AS other_kind, b.name AS other_name
