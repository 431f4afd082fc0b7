// The gatherings of which no source says that they took place outside a period.
// $first: first moment of the period, or null
// $last: last moment of the period, or null
MATCH (e:Event)
WHERE e.start_earliest IS NULL OR (($first IS NULL OR coalesce(e.end_latest, e.start_latest) >= $first)
  AND ($last IS NULL OR e.start_earliest <= $last))
RETURN properties(e) AS thing
