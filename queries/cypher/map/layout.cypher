// Where the things of a map were drawn last.
// $id: the name of the map
MATCH (l:Layout {id: $id})
RETURN l.things AS things, l.xs AS xs, l.ys AS ys
