// How many links between things rest on one page only, without those of documents that only name or cite.
// $weak: kinds of link of documents that only name or cite
MATCH (:Thing)-[l]->(:Thing) WHERE l.sources = 1 AND NOT type(l) IN $weak
RETURN count(l) AS number
