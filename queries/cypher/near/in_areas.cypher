// The initiatives at home in the places of these municipalities.
// $municipalities: names of municipalities
MATCH (p:Place) WHERE p.municipality IN $municipalities
MATCH (p)<-[:BASED_IN]-(i:Initiative)
RETURN DISTINCT i.id AS id, p.municipality AS municipality, p.province AS province
