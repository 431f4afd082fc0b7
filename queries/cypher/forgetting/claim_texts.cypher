// All texts of every claim, retired ones too, to look for a name in.
MATCH (c:Claim)
RETURN c.id AS id, c.page AS page, c.evidence AS evidence, c.subject_name AS subject, c.subject_qualifier AS of,
  c.object_name AS object, c.object_qualifier AS at, c.value AS value, c.role AS role
