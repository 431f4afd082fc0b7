// Things that ways go through, each with how many links of some kinds it has.
// $ids: ids of things
// $kinds: kinds of link that count
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})
RETURN t.id AS id, t.kind AS kind, t.name AS name, COUNT { (t)-[l]-() WHERE type(l) IN $kinds } AS degree
