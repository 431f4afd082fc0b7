// How pages were before this run changed them.
// $run: id of a run
MATCH (c:Change {run: $run})
RETURN c.id AS id, c.page AS page, c.number AS number, c.before AS before
