// Initiatives that have a position of their own in some cells, with all spots that their distance may be reckoned from, each spot with its dates.
// $cells: keys of cells of 0.1 degrees
MATCH (i:Thing) WHERE i.cell IN $cells AND i.kind = 'Initiative'
RETURN collect(i {.id, .name, .form, .lat, .lon, .position_precision, .municipality, .province, .founded_earliest, .closed_earliest, .cell,
  places: [(i)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL
    | [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province, h.valid_from_latest, h.valid_to_earliest, h.first_seen]]}) AS rows
