// Initiatives with all spots that their distance is reckoned from, wherever they are.
// $ids: ids of initiatives
// $day: last moment of the day that is asked about, or null
// $at: by when a link has ended
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
UNWIND $ids AS wanted
MATCH (i:Thing {id: wanted}) WHERE i.kind = 'Initiative'
  AND ($day IS NULL OR ((i.founded_earliest IS NULL OR i.founded_earliest <= $day) AND (i.closed_earliest IS NULL OR $day < i.closed_earliest)))
RETURN collect(i {.id, .name, .form, .lat, .lon, .position_precision, .municipality, .province,
  places: [(i)-[h:BASED_IN|HELD_IN]->(p:Place) WHERE p.lat IS NOT NULL AND ($day IS NULL OR h.valid_from_latest IS NULL OR h.valid_from_latest <= $day)
    AND (h.valid_to_earliest IS NULL OR $at < h.valid_to_earliest OR (h.valid_to = '..' AND $moment < h.first_seen))
    | [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province]]}) AS rows
