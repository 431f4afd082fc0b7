// Delete what is kept of pages that are to leave nothing behind.
// $ids: ids of changes
MATCH (c:Change) WHERE c.id IN $ids
DETACH DELETE c
