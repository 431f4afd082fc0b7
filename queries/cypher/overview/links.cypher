// How many links there are of each kind, and how many of them rest on one source.
MATCH (:Thing)-[l]->()
RETURN type(l) AS kind, count(l) AS number, count(CASE WHEN l.sources = 1 THEN 1 END) AS single
