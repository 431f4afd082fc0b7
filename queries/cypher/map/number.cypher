// How many things a map of everything would show: all, but of documents only those with a link of their own.
MATCH (t:Thing)
WHERE t.kind <> 'Document' OR EXISTS { (t)-[:ORGANISES|HELD_IN|HELD_AT|PART_OF|FOLLOWS_UP|FEATURES|TAKES_PART_IN|HAS_ROLE|FOUNDED|STARTED|BASED_IN|PARTNER_OF|MEMBER_OF|SUCCEEDS|HAS_THEME|HAS_KEYWORD|MADE]-() }
RETURN count(t) AS number
