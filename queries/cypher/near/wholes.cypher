// What a thing is part of, with its places and what makes the thing a part of it.
// $id: id of the thing
// $wholes: kinds of thing whose ties are also those of their parts
MATCH (:Thing {id: $id})-[r:PART_OF]->(t:Thing) WHERE t.kind IN $wholes
WITH properties(t) AS thing, [{since: r.valid_from_latest, until: r.valid_to_earliest, first_seen: r.first_seen}] AS ties,
  [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
RETURN collect({thing: thing, ties: ties, places: places}) AS rows
