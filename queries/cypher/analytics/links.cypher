// The links by which pairs of things are tied, with their claims.
// $pairs: pairs of ids of things, each as here and there
UNWIND $pairs AS pair
MATCH (a:Thing {id: pair.here})-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS]-(b:Thing {id: pair.there})
RETURN pair.here AS here, pair.there AS other_id, b.kind AS other_kind, b.name AS other_name, l.id AS id,
  type(l) AS kind, CASE WHEN startNode(l).id = pair.here THEN 'out' ELSE 'in' END AS direction, l.role AS role,
  l.claims AS claims, l.sources AS sources, l.stated AS stated, l.confidence AS confidence,
  l.first_seen AS first_seen, l.valid_from AS valid_from, l.valid_to AS valid_to
ORDER BY here, other_id, confidence DESC, id
