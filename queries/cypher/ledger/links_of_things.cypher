// The links that start or end at these things, with what is compared of them.
// $things: ids of things
MATCH (a:Thing)-[r]->(b:Thing) WHERE a.id IN $things
RETURN r.id AS id, type(r) AS kind, r.claims AS claims
UNION
MATCH (a:Thing)-[r]->(b:Thing) WHERE b.id IN $things
RETURN r.id AS id, type(r) AS kind, r.claims AS claims
