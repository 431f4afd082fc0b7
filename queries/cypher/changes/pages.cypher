// Which text pages hold now, and whether they are gone.
// $ids: ids of pages
MATCH (p:Page) WHERE p.id IN $ids
RETURN p.id AS id, p.fingerprint AS fingerprint, p.gone AS gone
