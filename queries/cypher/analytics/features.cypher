// What things are about, where they are, and which movement they belong to.
MATCH (t:Thing)-[l:HAS_THEME|BASED_IN|HELD_IN|MEMBER_OF|PART_OF]->(f:Thing)
WHERE f.kind IN ['Theme', 'Place', 'Movement'] AND t.kind <> 'Place'
RETURN t.id AS id, f.id AS feature, f.kind AS kind, f.name AS name, f.municipality AS municipality,
  l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
