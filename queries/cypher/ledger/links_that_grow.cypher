// The claims of the links with these ids, each from its start, and what they add up to; that a single claim lacks.
// $rows: id, and the id of the thing that it starts from
UNWIND $rows AS row
MATCH (a:Thing {id: row.start})-[r {id: row.id}]->(:Thing)
RETURN collect({id: r.id, claims: r.claims, tally: r.tally, first_seen: r.first_seen}) AS rows
