// What is about each theme, by which claims, and when it took place or was published.
MATCH (s:Thing)-[l:HAS_THEME]->(t:Theme)
RETURN t.id AS theme, collect({subject: s.id, kind: s.kind, claims: l.claims, since: l.valid_from_latest,
  until: l.valid_to_earliest, first_seen: l.first_seen, earliest: coalesce(s.start_earliest, s.published_earliest),
  latest: coalesce(s.end_latest, s.start_latest, s.published_latest)}) AS said
