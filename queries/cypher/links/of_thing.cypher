// The links of a thing, one page of them: by kind, then direction, best founded first.
// $id: id of the thing
// $kinds: kinds of link that are wanted
// $other_kinds: kinds of thing that may stand at the other end
// $order: all kinds of link in the order to show them, each between bars: |STARTED|FOUNDED|
// $as_of: last moment of the day that the link must hold on, or null
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
// $skip: how many to leave out
// $limit: how many at most
MATCH (t:Thing {id: $id})-[l]-(o:Thing)
WHERE type(l) IN $kinds AND o.kind IN $other_kinds AND ($as_of IS NULL
  OR ((l.valid_from_latest IS NULL OR l.valid_from_latest <= $as_of)
  AND (l.valid_to_earliest IS NULL OR $as_of < l.valid_to_earliest OR (l.valid_to = '..' AND $moment < l.first_seen))))
WITH l, o, CASE WHEN startNode(l).id = $id THEN 'out' ELSE 'in' END AS direction,
  size(split($order, '|' + type(l) + '|')[0]) AS rank
ORDER BY rank, direction DESC, l.sources DESC, o.name, l.id
SKIP $skip LIMIT $limit
RETURN collect(l {.id, kind: type(l), direction: direction, .role, .claims, .sources, .stated, .confidence, .first_seen,
  .valid_from, .valid_to, other_id: o.id, other_kind: o.kind, other_name: o.name}) AS rows
