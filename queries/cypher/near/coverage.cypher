// How many initiatives there are, and of how many a position is known.
MATCH (i:Initiative)
RETURN count(i) AS initiatives,
  count(CASE WHEN i.lat IS NOT NULL OR EXISTS { MATCH (i)-[:BASED_IN]->(p:Place) WHERE p.lat IS NOT NULL } THEN 1 END) AS with_position
