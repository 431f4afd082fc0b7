// Which initiatives are at home in each place.
MATCH (i:Initiative)-[l:BASED_IN]->(p:Place)
RETURN p.id AS place, collect({id: i.id, since: l.valid_from_latest, until: l.valid_to_earliest, first_seen: l.first_seen}) AS homes
