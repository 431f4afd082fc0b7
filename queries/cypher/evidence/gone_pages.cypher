// Pages that are there no more, with the moment that this was seen.
MATCH (p:Page) WHERE p.gone
RETURN p.id AS id, p.address AS address, p.title AS title, p.checked AS checked
