// Who asked to be forgotten: keyed hashes of names.
MATCH (s:Suppression)
RETURN s.id AS id, s.first AS first
