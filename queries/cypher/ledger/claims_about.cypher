// The live claims that start from these keys.
// $keys: keys
MATCH (c:Claim) WHERE c.subject IN $keys AND NOT c.retired
RETURN c.id AS id, c.page AS page, c.subject AS subject, c.subject_kind AS subject_kind, c.subject_name AS subject_name,
  c.predicate AS predicate, c.object AS object, c.object_kind AS object_kind, c.object_name AS object_name, c.value AS value,
  c.role AS role, c.strength AS strength, c.stated AS stated, c.origin AS origin, c.host AS host, c.fetched AS fetched,
  c.echo AS echo, c.valid_from AS valid_from, c.valid_to AS valid_to, c.first_seen AS first_seen
