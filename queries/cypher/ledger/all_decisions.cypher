// Every decision that was not taken back.
MATCH (d:Decision) WHERE NOT d.undone
RETURN properties(d) AS decision
