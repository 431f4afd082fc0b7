// What is part of an organisation, two levels down.
// $id: id of the organisation
// $kinds: kinds of thing that are organisations
MATCH (:Thing {id: $id})<-[:PART_OF*1..2]-(t:Thing) WHERE t.kind IN $kinds
RETURN DISTINCT t.id AS id
