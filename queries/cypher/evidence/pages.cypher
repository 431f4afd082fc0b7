// Stored pages with their text.
// $pages: keys of Documents
MATCH (p:Page) WHERE p.id IN $pages
RETURN p.id AS id, p.address AS address, p.title AS title, p.text AS text, p.fingerprint AS fingerprint,
  p.language AS language, p.origin AS origin, p.published AS published, p.fetched AS fetched, p.checked AS checked,
  p.gone AS gone
