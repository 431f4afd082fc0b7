// The initiatives that are at home in these places, in short: their dates, and whether they have a position too.
// $places: ids of places
UNWIND $places AS wanted
MATCH (p:Thing {id: wanted})
RETURN collect({place: wanted, homes: [(p)<-[h:BASED_IN]-(i:Initiative) | [i.id, i.name, i.form, i.lat IS NOT NULL,
    CASE WHEN coalesce(h.valid_from_latest, h.valid_to_earliest, i.founded_earliest, i.closed_earliest) IS NULL THEN null
    ELSE {since: h.valid_from_latest, until: h.valid_to_earliest, first_seen: h.first_seen,
      founded_earliest: i.founded_earliest, closed_earliest: i.closed_earliest} END]]}) AS rows
