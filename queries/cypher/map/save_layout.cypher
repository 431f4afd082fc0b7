// Keep where the things of a map are drawn.
// $row: the name of the map as id, the ids of things, and as many xs and ys
MERGE (l:Layout {id: $row.id})
SET l = $row
