// Initiatives with all spots that their distance may be reckoned from, wherever they are, each spot with its dates.
// $ids: ids of initiatives
UNWIND $ids AS wanted
MATCH (i:Thing {id: wanted}) WHERE i.kind = 'Initiative'
RETURN collect(i {.id, .name, .form, .lat, .lon, .position_precision, .municipality, .province, .founded_earliest, .closed_earliest,
  places: [(i)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL
    | [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province, h.valid_from_latest, h.valid_to_earliest, h.first_seen]]}) AS rows
