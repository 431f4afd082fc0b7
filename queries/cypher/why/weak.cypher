// What two things share by any link, also by those that tie nothing: a place, a page that names both.
// $start: id of the one
// $target: id of the other
// $limit: how many at most
MATCH (a:Thing {id: $start})-[l]-(s:Thing)-[m]-(b:Thing {id: $target})
RETURN s.id AS id, s.kind AS kind, s.name AS name,
  type(l) AS one_kind, CASE WHEN startNode(l).id = a.id THEN 'out' ELSE 'in' END AS one_direction, l.role AS one_role, l.claims AS one_claims,
  {since: l.valid_from_latest, until: l.valid_to_earliest, first_seen: l.first_seen} AS one_time,
  type(m) AS other_kind, CASE WHEN startNode(m).id = b.id THEN 'out' ELSE 'in' END AS other_direction, m.role AS other_role, m.claims AS other_claims,
  {since: m.valid_from_latest, until: m.valid_to_earliest, first_seen: m.first_seen} AS other_time
ORDER BY kind DESC, name, id LIMIT $limit
