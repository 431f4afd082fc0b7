// Every thing with all its properties.
MATCH (t:Thing)
RETURN properties(t) AS thing
