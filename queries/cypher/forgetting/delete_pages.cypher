// Delete pages for good.
// $ids: ids of pages
MATCH (p:Page) WHERE p.id IN $ids
DETACH DELETE p
