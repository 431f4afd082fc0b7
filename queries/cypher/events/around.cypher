// Who and what has a part in gatherings, where they are held, what they are about, and what they belong to.
// $ids: ids of gatherings
UNWIND $ids AS id
MATCH (e:Thing {id: id})-[l:ORGANISES|HELD_IN|HELD_AT|PART_OF|FEATURES|TAKES_PART_IN|HAS_THEME]-(o:Thing)
RETURN id, type(l) AS kind, CASE WHEN startNode(l).id = id THEN 'out' ELSE 'in' END AS direction, l.role AS role,
  l.claims AS claims, o.id AS other_id, o.kind AS other_kind, o.name AS other_name
