// What the graph itself knows of documents of which no page with a title is stored.
// $ids: ids of things
UNWIND $ids AS id
MATCH (d:Thing {id: id})
RETURN d.id AS id, d.name AS title, d.url AS address, d.published AS published
