// What the links with these ids, each from its start, add up to; none for a link with a single claim.
// $rows: id, and the id of the thing that it starts from
UNWIND $rows AS row
MATCH (a:Thing {id: row.start})-[r {id: row.id}]->(:Thing)
RETURN r.id AS id, r.tally AS tally, r.first_seen AS first_seen
