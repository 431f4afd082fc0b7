// The places near by where initiatives are at home, each with those initiatives in short, and whether these have a position too.
// $cells: keys of cells of 0.1 degrees
// $rounds: the ovals around each origin that lie in those cells, each with lat, lon, high, wide: degrees
// $day: last moment of the day that is asked about, or null
// $at: by when a link has ended
// $moment: the same as ISO 8601: what ended nobody says when, did so before it was first read
MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place' AND any(r IN $rounds WHERE
  (p.lat - r.lat) / r.high * (p.lat - r.lat) / r.high + (p.lon - r.lon) / r.wide * (p.lon - r.lon) / r.wide <= 1.001)
RETURN collect({place: [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province],
  homes: [(p)<-[h:BASED_IN]-(i:Initiative) WHERE ($day IS NULL OR h.valid_from_latest IS NULL OR h.valid_from_latest <= $day)
    AND (h.valid_to_earliest IS NULL OR $at < h.valid_to_earliest OR (h.valid_to = '..' AND $moment < h.first_seen))
    AND ($day IS NULL OR ((i.founded_earliest IS NULL OR i.founded_earliest <= $day) AND (i.closed_earliest IS NULL OR $day < i.closed_earliest)))
    | [i.id, i.name, i.form, i.lat IS NOT NULL]]}) AS rows
