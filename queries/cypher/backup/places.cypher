// Where the engine keeps each thing, for as long as it runs: by that it takes links by the thousand.
MATCH (t:Thing)
RETURN t.id AS id, elementId(t) AS place
