// Which place lies in which.
MATCH (p:Place)-[:PART_OF]->(w:Place)
RETURN p.id AS part, w.id AS whole
