// Things by id, with all their properties and the places with a position where they are at home or take place.
// $ids: ids of things
UNWIND $ids AS id
MATCH (t:Thing {id: id})
WITH properties(t) AS thing, [(t)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL | p {.id, .kind, .name, .lat, .lon, .position_precision, .municipality, .province,
    since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen}] AS places
RETURN collect({thing: thing, places: places}) AS rows
