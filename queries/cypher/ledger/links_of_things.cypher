// The links that start or end at these things.
// $things: ids of things
UNWIND $things AS id
MATCH (a:Thing {id: id})-[r]->(b:Thing)
RETURN r.id AS id, type(r) AS kind, a.id AS start
UNION
UNWIND $things AS id
MATCH (b:Thing {id: id})<-[r]-(a:Thing)
RETURN r.id AS id, type(r) AS kind, a.id AS start
