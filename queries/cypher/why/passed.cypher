// Things that ways go through, each with how many links of these kinds it has.
// $ids: ids of things
// $kinds: kinds of link that count
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})-[l]-()
WHERE type(l) IN $kinds
RETURN t.id AS id, t.kind AS kind, t.name AS name, count(l) AS degree
