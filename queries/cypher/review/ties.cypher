// What is linked with these things, whichever way the link goes.
// $ids: ids of things
MATCH (t:Thing)-[l]-(o:Thing) WHERE t.id IN $ids AND type(l) <> 'LINKS_TO'
RETURN t.id AS here, type(l) AS kind, o.id AS there, startNode(l).id = t.id AS out
