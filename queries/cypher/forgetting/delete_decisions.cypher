// Delete decisions for good.
// $ids: ids of decisions
MATCH (d:Decision) WHERE d.id IN $ids
DETACH DELETE d
