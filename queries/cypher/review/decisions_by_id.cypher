// Which of these decisions are on record, and whether they were taken back.
// $ids: ids of decisions
MATCH (d:Decision) WHERE d.id IN $ids
RETURN d.id AS id, d.undone AS undone
