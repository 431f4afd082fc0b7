// Which of these claims come from each page, of which kind of source that is, and when it was published.
// $ids: ids of claims
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (p:Page {id: c.page})
RETURN c.page AS page, c.origin AS origin, p.published AS published, collect(id) AS claims
