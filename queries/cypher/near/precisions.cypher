// How many initiatives there are for each precision of what is known best of where they are; none is ''.
MATCH (i:Initiative)
WITH CASE WHEN i.position_precision = 'address' THEN 'address'
  WHEN i.position_precision = 'place' OR EXISTS { MATCH (i)-[:BASED_IN]->(p:Place) WHERE p.position_precision IN ['address', 'place'] } THEN 'place'
  WHEN i.position_precision = 'municipality' OR EXISTS { MATCH (i)-[:BASED_IN]->(p:Place) WHERE p.position_precision = 'municipality' } THEN 'municipality'
  ELSE '' END AS precision
RETURN precision, count(*) AS number
