// What things are compared by: their names, keys, site, address and dates.
// $kinds: kinds of thing that are wanted
MATCH (t:Thing) WHERE t.kind IN $kinds
RETURN t.id AS id, t.kind AS kind, t.name AS name, t.aliases AS aliases, t.keys AS keys, t.url AS url,
  t.address AS address, t.start AS start
