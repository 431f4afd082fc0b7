// Pages with everything that is stored of them.
// $ids: ids of pages
MATCH (p:Page) WHERE p.id IN $ids
RETURN collect({page: properties(p)}) AS rows
