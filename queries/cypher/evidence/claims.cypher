// The claims with these ids, with all their evidence, and what is stored of their pages.
// $ids: ids of claims
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
OPTIONAL MATCH (k:Key {key: c.page})
RETURN collect(c {.id, .page, .evidence, .origin, .fetched, .first_seen, .last_seen, .retired,
  page_address: p.address, page_title: p.title, page_published: p.published,
  page_fetched: [p.fetched.epochSeconds, p.fetched.microsecond], page_checked: [p.checked.epochSeconds, p.checked.microsecond],
  document: k.thing}) AS rows
