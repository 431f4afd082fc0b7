// The live claims that lead to these keys, all in one row.
// $keys: keys
MATCH (c:Claim) WHERE c.object IN $keys AND NOT c.retired
RETURN collect([
  c.id, c.page, c.subject, c.subject_kind, c.subject_name, c.predicate, c.object, c.object_kind, c.object_name, c.value,
  c.role, c.strength, c.stated, c.origin, c.host, c.fetched, c.echo, c.valid_from, c.valid_to, c.first_seen
]) AS claims
