// Every link with its two ends, as the store gives them out.
MATCH (a:Thing)-[l]->(b:Thing)
RETURN l.id AS id, type(l) AS kind, a.id AS start, b.id AS end, l.role AS role, l.sources AS sources,
  l.stated AS stated, l.confidence AS confidence, l.valid_from AS valid_from, l.valid_to AS valid_to,
  l.first_seen AS first_seen, l.claims AS claims
