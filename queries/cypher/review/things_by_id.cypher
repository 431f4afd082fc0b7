// What these things are compared by: their names, keys, site, address and dates.
// $ids: ids of things
MATCH (t:Thing) WHERE t.id IN $ids
RETURN t.id AS id, t.kind AS kind, t.name AS name, t.aliases AS aliases, t.keys AS keys, t.url AS url,
  t.address AS address, t.start AS start
