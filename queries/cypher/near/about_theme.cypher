// The initiatives that are about a theme or keyword.
// $id: id of the theme or keyword
MATCH (:Thing {id: $id})<-[:HAS_THEME|HAS_KEYWORD]-(i:Initiative)
RETURN DISTINCT i.id AS id
