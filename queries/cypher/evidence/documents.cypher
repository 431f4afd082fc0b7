// The sources with these keys: what is stored of the page, and the id of the thing in the graph that stands for it.
// $pages: keys of Documents
UNWIND $pages AS page
OPTIONAL MATCH (p:Page {id: page})
OPTIONAL MATCH (k:Key {key: page})
RETURN page, p.address AS address, p.title AS title, p.published AS published, p.fetched AS fetched,
  p.checked AS checked, k.thing AS id
