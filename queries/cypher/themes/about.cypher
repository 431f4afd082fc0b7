// What is about a theme, by which claims, and when it took place or was published.
MATCH (s:Thing)-[l:HAS_THEME]->(t:Theme)
RETURN s.id AS subject, s.kind AS kind, t.id AS theme, l.claims AS claims, l.valid_from_latest AS since,
  l.valid_to_earliest AS until, l.first_seen AS first_seen,
  coalesce(s.start_earliest, s.published_earliest) AS earliest,
  coalesce(s.end_latest, s.start_latest, s.published_latest) AS latest
