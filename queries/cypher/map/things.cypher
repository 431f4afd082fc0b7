// What a map shows of things: their properties, all their links counted, and the provinces of where they are.
// $ids: ids of things
MATCH (t:Thing) WHERE t.id IN $ids
RETURN properties(t) AS thing, COUNT { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() } AS degree,
  [(t)-[:BASED_IN|HELD_IN]->(p:Place) | {name: p.name, province: p.province}] AS places
ORDER BY t.id
