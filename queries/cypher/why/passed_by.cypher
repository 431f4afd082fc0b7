// Things that ways go through, each with how many links of some kinds it has.
// $ids: ids of things
// $kinds: kinds of link that count
UNWIND $ids AS wanted
MATCH (t:Thing {id: wanted})
WITH t, COUNT { (t)-[l]-() WHERE type(l) IN $kinds } AS degree
RETURN collect({id: t.id, kind: t.kind, degree: degree}) AS rows
