// The thing that an id leads to, with its places, what live claims say of its fields, and the decisions in force on its names.
// $id: an id: its own, or that of a key which is now part of it
MATCH (k:Key {id: $id})
MATCH (t:Thing {id: k.thing})
WITH DISTINCT t
UNWIND t.keys AS key
OPTIONAL MATCH (c:Claim {field_of: key})
WITH t, collect(c.said) AS said
OPTIONAL MATCH (b:Key {thing: t.id})
OPTIONAL MATCH (d:Decision {subject_block: b.block}) WHERE NOT d.undone
WITH t, said, collect(DISTINCT d) AS ours
OPTIONAL MATCH (b:Key {thing: t.id})
OPTIONAL MATCH (d:Decision {object_block: b.block}) WHERE NOT d.undone
WITH t, said, ours, collect(DISTINCT d) AS theirs
WITH t, said, [d IN ours | properties(d)] + [d IN theirs | properties(d)] AS decisions,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
RETURN collect({thing: properties(t), said: said, decisions: decisions, places: places}) AS rows
