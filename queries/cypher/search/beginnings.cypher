// The ids of the things whose names hold words that begin so, the shortest names first.
// $query: words of a-z and 0-9 as queries.suggest makes them
// $looked_at: how many finds of the index are looked at
// $limit: how many at most
CALL db.index.fulltext.queryNodes('zoek_namen', $query, {limit: $looked_at}) YIELD node
WITH node WHERE node.kind <> 'Document' AND node.kind <> 'Keyword'
WITH node ORDER BY size(node.search), node.id LIMIT $limit
RETURN collect({id: node.id}) AS rows
