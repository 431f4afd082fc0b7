// All that a page says itself, to look for a name in.
MATCH (p:Page)
RETURN p.id AS id, [p.address, p.title, p.text, p.readers] AS texts
