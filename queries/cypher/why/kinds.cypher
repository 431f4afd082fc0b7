// All things by kind: their ids.
MATCH (t:Thing)
RETURN t.kind AS kind, collect(t.id) AS ids
