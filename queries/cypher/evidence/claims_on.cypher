// What live claims of pages say, without their evidence.
// $pages: keys of Documents
MATCH (c:Claim) WHERE c.page IN $pages AND NOT c.retired
RETURN c.id AS id, c.subject AS subject, c.subject_kind AS subject_kind, c.subject_name AS subject_name,
  c.predicate AS predicate, c.object AS object, c.object_kind AS object_kind, c.object_name AS object_name,
  c.value AS value, c.role AS role, c.strength AS strength, c.valid_from AS valid_from, c.valid_to AS valid_to
