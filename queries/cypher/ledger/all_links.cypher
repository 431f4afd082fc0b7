// Every link between things, with the ids of its ends.
MATCH (a:Thing)-[r]->(b:Thing)
RETURN type(r) AS kind, a.id AS start, b.id AS end, properties(r) AS properties
