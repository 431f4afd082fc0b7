// The sources with these keys: what is stored of the page, and the thing in the graph that stands for it.
// $pages: keys of Documents
UNWIND $pages AS page
OPTIONAL MATCH (p:Page {id: page})
OPTIONAL MATCH (k:Key {key: page})
OPTIONAL MATCH (d:Thing {id: k.thing})
RETURN page, p.address AS address, p.title AS title, p.published AS published, p.fetched AS fetched,
  p.checked AS checked, d.id AS id, d.name AS name, d.url AS url, d.published AS stated_published
