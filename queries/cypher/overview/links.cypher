// How many links there are of each kind.
MATCH ()-[l]->()
RETURN type(l) AS kind, count(l) AS number
