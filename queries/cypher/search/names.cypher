// The things whose names fit a query of the full-text index, the shortest names first.
// $query: words of a-z and 0-9 as queries.search.index_query makes them
// $kinds: kinds of thing that are wanted
// $limit: how many at most
CALL db.index.fulltext.queryNodes('zoek_namen', $query) YIELD node
WITH node WHERE node.kind IN $kinds
RETURN node.id AS id, node.kind AS kind, node.name AS name, node.aliases AS aliases
ORDER BY size(node.search), id LIMIT $limit
