// How many initiatives there are by the precision of their own position, and how many are known better by their place.
MATCH (i:Initiative)
RETURN 'own ' + coalesce(i.position_precision, 'none') AS what, count(*) AS number
UNION ALL
MATCH (p:Place)<-[:BASED_IN]-(i:Initiative)
WHERE p.position_precision IN ['address', 'place'] AND (i.position_precision IS NULL OR i.position_precision = 'municipality')
RETURN 'at a place' AS what, count(DISTINCT i) AS number
UNION ALL
MATCH (p:Place)<-[:BASED_IN]-(i:Initiative)
WHERE p.position_precision IN ['address', 'place', 'municipality'] AND (i.position_precision IS NULL OR i.position_precision = 'municipality')
RETURN 'at any place' AS what, count(DISTINCT i) AS number
UNION ALL
MATCH (i:Initiative)
WHERE i.position_precision = 'municipality' AND NOT EXISTS { MATCH (i)-[:BASED_IN]->(p:Place) WHERE p.position_precision IN ['address', 'place', 'municipality'] }
RETURN 'own municipality alone' AS what, count(*) AS number
