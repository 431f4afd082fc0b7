// The claims with these ids, with all their evidence, what is stored of their pages, and what the graph knows of these.
// $ids: ids of claims
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
OPTIONAL MATCH (k:Key {key: c.page})
OPTIONAL MATCH (d:Thing {id: k.thing})
RETURN c.id AS id, c.page AS page, c.evidence AS evidence, c.origin AS origin, c.fetched AS fetched,
  c.first_seen AS first_seen, c.last_seen AS last_seen, c.retired AS retired,
  p.address AS page_address, p.title AS page_title, p.published AS page_published, p.fetched AS page_fetched,
  p.checked AS page_checked, k.thing AS document, d.name AS document_name, d.url AS document_url,
  d.published AS document_published
