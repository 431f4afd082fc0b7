// The initiatives of which it is known where they are: by a position of their own, or a place that has one.
MATCH (i:Initiative) WHERE i.lat IS NOT NULL
RETURN i.id AS id
UNION
MATCH (p:Place) WHERE p.lat IS NOT NULL
MATCH (p)<-[:BASED_IN]-(i:Initiative)
RETURN i.id AS id
