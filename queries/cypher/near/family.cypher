// A thing's own circle: itself, its locations (two levels down) and the whole that it is part of, with their places.
// $id: id of the thing
// $organisations: kinds of thing that are organisations
// $wholes: kinds of thing whose ties are also those of their parts
MATCH (t:Thing {id: $id})
RETURN 'self' AS relation, properties(t) AS thing, [] AS ties,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
UNION ALL
MATCH (:Thing {id: $id})<-[rs:PART_OF*1..2]-(t:Thing) WHERE t.kind IN $organisations
RETURN 'part' AS relation, properties(t) AS thing, [r IN rs | {since: r.valid_from_latest, until: r.valid_to_earliest, first_seen: r.first_seen}] AS ties,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
UNION ALL
MATCH (:Thing {id: $id})-[r:PART_OF]->(t:Thing) WHERE t.kind IN $wholes
RETURN 'whole' AS relation, properties(t) AS thing, [{since: r.valid_from_latest, until: r.valid_to_earliest, first_seen: r.first_seen}] AS ties,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
