// Every link by which people, organisations and gatherings are tied, and when it held.
MATCH (a:Thing)-[l:ORGANISES|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|PARTNER_OF|MEMBER_OF|SUCCEEDS]->(b:Thing)
RETURN l.id AS id, a.id AS start, b.id AS end, l.valid_from_latest AS since, l.valid_to_earliest AS until,
  l.first_seen AS first_seen
