// The sources that are still there but were not looked at since a moment.
// $since: a moment, UTC
MATCH (p:Page) WHERE NOT p.gone AND p.checked < $since
RETURN p.id AS id
