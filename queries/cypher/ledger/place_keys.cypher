// The places of the graph with their keys, and how exactly it is known where they are.
MATCH (t:Place)
RETURN t.id AS id, t.name AS name, t.keys AS keys, t.position_precision AS precision
