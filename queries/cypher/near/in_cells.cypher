// The initiatives that have a position of their own, or a place where they are at home, in these cells.
// $cells: keys of cells of 0.1 degrees
MATCH (i:Thing) WHERE i.cell IN $cells AND i.kind = 'Initiative'
RETURN i.id AS id
UNION
MATCH (p:Thing) WHERE p.cell IN $cells AND p.kind = 'Place'
MATCH (p)<-[:BASED_IN]-(i:Initiative)
RETURN i.id AS id
