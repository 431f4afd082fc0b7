// Every live claim.
MATCH (c:Claim) WHERE NOT c.retired
RETURN [
  c.id, c.page, c.subject, c.subject_kind, c.subject_name, c.predicate, c.object, c.object_kind, c.object_name, c.value,
  c.role, c.strength, c.stated, c.origin, c.host, c.fetched, c.echo, c.valid_from, c.valid_to, c.first_seen
] AS claim
