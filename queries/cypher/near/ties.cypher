// Every tie of these things, with what is at the other end: how many ties that has, what few lead to initiatives, where it lies if it is one.
// $ids: ids of things
// $few: how many ties are few; of a thing with more it is not told to which initiatives they lead
MATCH (o:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(s:Thing)
WHERE o.id IN $ids AND s.kind <> 'Place'
WITH o, l, s,
  COUNT { (s)-[:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
RETURN collect(l {here: o.id, .id, kind: type(l), direction: CASE WHEN startNode(l).id = o.id THEN 'out' ELSE 'in' END, .role, .claims,
  .sources, .confidence, .valid_from, .valid_to, since: l.valid_from_latest, until: l.valid_to_earliest, .first_seen,
  other_id: s.id, other_kind: s.kind, other_name: s.name, degree: degree,
  towards: CASE WHEN degree <= $few THEN [(s)-[t:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(i:Initiative)
    | t {here: i.id, .id, kind: type(t), direction: CASE WHEN startNode(t).id = i.id THEN 'out' ELSE 'in' END, .role, .claims,
    .sources, .confidence, .valid_from, .valid_to, since: t.valid_from_latest, until: t.valid_to_earliest, .first_seen, other_id: s.id}] END,
  placed: CASE WHEN s.kind = 'Initiative' THEN s {.id, .name, .form, .lat, .lon, .position_precision, .municipality, .province, .founded_earliest, .closed_earliest,
    places: [(s)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL
      | [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province, h.valid_from_latest, h.valid_to_earliest, h.first_seen]]} END}) AS rows
