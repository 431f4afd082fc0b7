// The marks of the files that these pages were made of, and the hashes of their texts.
// $ids: ids of pages
MATCH (p:Page) WHERE p.id IN $ids AND NOT p.gone
RETURN p.id AS id, p.mark AS mark, p.fingerprint AS fingerprint
