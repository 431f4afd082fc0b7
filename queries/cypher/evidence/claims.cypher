// The claims with these ids, with all their evidence.
// $ids: ids of claims
MATCH (c:Claim) WHERE c.id IN $ids
RETURN c.id AS id, c.page AS page, c.evidence AS evidence, c.origin AS origin, c.fetched AS fetched,
  c.first_seen AS first_seen, c.last_seen AS last_seen, c.retired AS retired
