// The places in some cells; those near by each with the initiatives that are at home there, in short: their dates, and whether they have a position too.
// $cells: keys of cells of 0.1 degrees
// $rounds: the ovals around each origin, each with lat, lon, high, wide: degrees; of a place in none of them homes is null
MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place'
RETURN collect({cell: p.cell, place: [p.id, p.name, p.lat, p.lon, p.position_precision, p.municipality, p.province],
  homes: CASE WHEN any(r IN $rounds WHERE
    (p.lat - r.lat) / r.high * (p.lat - r.lat) / r.high + (p.lon - r.lon) / r.wide * (p.lon - r.lon) / r.wide <= 1.001)
  THEN [(p)<-[h:BASED_IN]-(i:Initiative) | [i.id, i.name, i.form, i.lat IS NOT NULL,
    CASE WHEN coalesce(h.valid_from_latest, h.valid_to_earliest, i.founded_earliest, i.closed_earliest) IS NULL THEN null
    ELSE {since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen,
      founded_earliest: i.founded_earliest, closed_earliest: i.closed_earliest} END]] END}) AS rows
