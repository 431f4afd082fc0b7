// The dates on which documents were published.
MATCH (d:Document) WHERE d.published_earliest IS NOT NULL
RETURN DISTINCT d.published AS published, d.published_earliest AS earliest
