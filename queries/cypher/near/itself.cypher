// A thing by its own id, with its places.
// $id: id of the thing
MATCH (t:Thing {id: $id})
WITH properties(t) AS thing, [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
RETURN collect({thing: thing, ties: [], places: places}) AS rows
