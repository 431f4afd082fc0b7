// The locations of a thing, two levels down, with their places and what makes each a part.
// $id: id of the thing
// $organisations: kinds of thing that are organisations
MATCH (:Thing {id: $id})<-[rs:PART_OF*1..2]-(t:Thing) WHERE t.kind IN $organisations
WITH properties(t) AS thing, [r IN rs | {since: r.valid_from_latest, until: r.valid_to_earliest, first_seen: r.first_seen}] AS ties,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
RETURN collect({thing: thing, ties: ties, places: places}) AS rows
