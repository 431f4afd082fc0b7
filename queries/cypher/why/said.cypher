// The claims behind the ties from things to some of those beside them, as evidence/claims gives them.
// $fans: each a thing as here, with what its ties lead to as there: ids; quickest from things that have few ties
UNWIND $fans AS fan
MATCH (a:Thing {id: fan.here})-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-(b:Thing)
WHERE b.id IN fan.there
UNWIND l.claims AS id
WITH DISTINCT id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
OPTIONAL MATCH (k:Key {key: c.page})
RETURN collect(c {.id, .page, .evidence, .origin, .fetched, .first_seen, .last_seen, .retired,
  page_address: p.address, page_title: p.title, page_published: p.published,
  page_fetched: [p.fetched.epochSeconds, p.fetched.microsecond], page_checked: [p.checked.epochSeconds, p.checked.microsecond],
  document: k.thing}) AS rows
