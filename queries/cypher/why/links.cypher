// The links between pairs of things, the surest first.
// $pairs: pairs of ids of things, each as here and there; quickest when here has fewer links than there
// $kinds: kinds of link that are wanted
UNWIND $pairs AS pair
MATCH (a:Thing {id: pair.here})-[l]-(b:Thing {id: pair.there})
WHERE type(l) IN $kinds
WITH a, l, b ORDER BY l.confidence DESC, l.sources DESC, l.id
RETURN collect(l {here: a.id, here_kind: a.kind, here_name: a.name, other_id: b.id, other_kind: b.kind, other_name: b.name, .id, kind: type(l),
  direction: CASE WHEN startNode(l).id = a.id THEN 'out' ELSE 'in' END, .role, .claims, .sources, .stated, .confidence, .first_seen,
  .valid_from, .valid_to, since: l.valid_from_latest, until: l.valid_to_earliest}) AS rows
