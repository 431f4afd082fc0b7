// The things whose names hold words that begin so, with how many links each has.
// $query: words of a-z and 0-9 as queries.suggest makes them
// $looked_at: how many finds of the index are looked at
// $limit: how many at most, the shortest names first
CALL db.index.fulltext.queryNodes('zoek_namen', $query) YIELD node
WITH node LIMIT $looked_at
WITH node WHERE node.kind <> 'Document' AND node.kind <> 'Keyword'
WITH node ORDER BY size(node.search), node.id LIMIT $limit
RETURN node.id AS id, node.kind AS kind, node.name AS name, node.aliases AS aliases,
  COUNT { (node)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree
