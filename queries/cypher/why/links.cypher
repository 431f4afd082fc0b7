// The links from things to some of those beside them, the surest first.
// $fans: each a thing as here, with what its links lead to as there: ids; quickest from things that have few links
// $kinds: kinds of link that are wanted
UNWIND $fans AS fan
MATCH (a:Thing {id: fan.here})-[l]-(b:Thing)
WHERE b.id IN fan.there AND type(l) IN $kinds
WITH a, l, b ORDER BY l.confidence DESC, l.sources DESC, l.id
RETURN collect(l {here: a.id, here_kind: a.kind, here_name: a.name, other_id: b.id, other_kind: b.kind, other_name: b.name, .id, kind: type(l),
  direction: CASE WHEN startNode(l).id = a.id THEN 'out' ELSE 'in' END, .role, .claims, .sources, .stated, .confidence, .first_seen,
  .valid_from, .valid_to, since: l.valid_from_latest, until: l.valid_to_earliest}) AS rows
