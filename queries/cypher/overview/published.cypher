// Between which dates the documents were published.
MATCH (d:Document) WHERE d.published_earliest IS NOT NULL
WITH d ORDER BY d.published_earliest, d.published
WITH collect(d.published) AS dates
RETURN dates[0] AS oldest, dates[-1] AS newest
