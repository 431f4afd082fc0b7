// Where initiatives are at home.
MATCH (i:Initiative)-[l:BASED_IN]->(p:Place)
RETURN i.id AS id, p.id AS place, l.valid_from_latest AS since, l.valid_to_earliest AS until,
  l.first_seen AS first_seen
