// Note that pages were looked at again and had not changed.
// $ids: ids of pages
// $at: when, UTC
MATCH (p:Page) WHERE p.id IN $ids
SET p.checked = $at
