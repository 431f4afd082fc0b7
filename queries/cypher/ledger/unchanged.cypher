// What was last read of these pages, and by which readers.
// $ids: ids of pages
MATCH (p:Page) WHERE p.id IN $ids AND NOT p.gone
RETURN p.id AS id, p.fingerprint AS fingerprint, p.readers AS readers
