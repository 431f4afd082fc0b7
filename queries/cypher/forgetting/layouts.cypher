// Where the things of every map lie.
MATCH (l:Layout)
RETURN properties(l) AS layout
