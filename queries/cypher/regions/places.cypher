// Every place, with the municipality and the province that it lies in, as far as these are known.
MATCH (p:Place)
RETURN p.id AS id, p.name AS name, p.municipality AS municipality, p.province AS province,
  p.position_precision AS precision
