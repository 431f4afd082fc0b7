// The claims with these ids, with all their evidence, what is stored of their pages, and what the graph knows of these.
// $ids: ids of claims
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
OPTIONAL MATCH (k:Key {key: c.page})
OPTIONAL MATCH (d:Thing {id: k.thing})
RETURN collect(c {.id, .page, .evidence, .origin, .fetched, .first_seen, .last_seen, .retired,
  page_address: p.address, page_title: p.title, page_published: p.published,
  page_fetched: [p.fetched.epochSeconds, p.fetched.microsecond], page_checked: [p.checked.epochSeconds, p.checked.microsecond],
  document: k.thing, document_name: d.name, document_url: d.url,
  document_published: d.published}) AS rows
