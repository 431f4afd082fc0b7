// The initiatives that are about a theme or keyword.
// $id: id of the theme or keyword
MATCH (:Thing {id: $id})<-[l:HAS_THEME|HAS_KEYWORD]-(i:Initiative)
RETURN i.id AS id, l.valid_from_latest AS since, l.valid_to_earliest AS until, l.first_seen AS first_seen
