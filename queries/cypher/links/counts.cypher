// How many links of each kind and direction a thing has.
// $id: id of the thing
// $kinds: kinds of link that are wanted
// $other_kinds: kinds of thing that may stand at the other end
// $as_of: last moment of the day that the link must hold on, or null
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
MATCH (t:Thing {id: $id})-[l]-(o:Thing)
WHERE type(l) IN $kinds AND o.kind IN $other_kinds AND ($as_of IS NULL
  OR ((l.valid_from_latest IS NULL OR l.valid_from_latest <= $as_of)
  AND (l.valid_to_earliest IS NULL OR $as_of < l.valid_to_earliest OR (l.valid_to = '..' AND $moment < l.first_seen))))
RETURN type(l) AS kind, CASE WHEN startNode(l).id = $id THEN 'out' ELSE 'in' END AS direction, count(l) AS number
