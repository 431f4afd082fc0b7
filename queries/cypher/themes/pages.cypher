// From which page claims come, of which kind of source it is, and when it was published.
// $ids: ids of claims
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
RETURN id, c.page AS page, c.origin AS origin, p.published AS published
