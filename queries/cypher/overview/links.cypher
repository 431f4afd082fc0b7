// How many links there are of each kind.
MATCH ()-[l:ORGANISES]->() RETURN 'ORGANISES' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:HELD_IN]->() RETURN 'HELD_IN' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:HELD_AT]->() RETURN 'HELD_AT' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:PART_OF]->() RETURN 'PART_OF' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:FOLLOWS_UP]->() RETURN 'FOLLOWS_UP' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:FEATURES]->() RETURN 'FEATURES' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:TAKES_PART_IN]->() RETURN 'TAKES_PART_IN' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:HAS_ROLE]->() RETURN 'HAS_ROLE' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:FOUNDED]->() RETURN 'FOUNDED' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:STARTED]->() RETURN 'STARTED' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:BASED_IN]->() RETURN 'BASED_IN' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:PARTNER_OF]->() RETURN 'PARTNER_OF' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:MEMBER_OF]->() RETURN 'MEMBER_OF' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:SUCCEEDS]->() RETURN 'SUCCEEDS' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:HAS_THEME]->() RETURN 'HAS_THEME' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:HAS_KEYWORD]->() RETURN 'HAS_KEYWORD' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:MADE]->() RETURN 'MADE' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:MENTIONS]->() RETURN 'MENTIONS' AS kind, count(l) AS number
UNION ALL
MATCH ()-[l:LINKS_TO]->() RETURN 'LINKS_TO' AS kind, count(l) AS number
