// The runs that began at this moment or later.
// $since: a moment, UTC
MATCH (r:Run) WHERE r.started >= $since
RETURN r.id AS id, r.command AS command, r.started AS started
