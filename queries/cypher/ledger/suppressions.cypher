// Who asked to be forgotten: keyed hashes of names.
MATCH (s:Suppression)
RETURN collect({id: s.id, first: s.first}) AS rows
