// How many things there are of each kind.
MATCH (t:Thing)
RETURN t.kind AS kind, count(t) AS number
