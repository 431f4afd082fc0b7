// How pages were before these runs changed them.
// $runs: ids of runs
MATCH (c:Change) WHERE c.run IN $runs
RETURN c.run AS run, c.page AS page, c.number AS number, c.before AS before
