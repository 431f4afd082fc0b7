// Add claims to links; what follows from all of their claims comes in the place of what did.
// $rows: id, the id of the thing that the link starts from, the ids of the further claims, and properties
UNWIND $rows AS row
MATCH (a:Thing {id: row.start})-[r {id: row.id}]->(:Thing)
SET r.claims = r.claims + row.claims, r += row.properties
