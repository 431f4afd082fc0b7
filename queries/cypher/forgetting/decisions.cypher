// Every decision, also those that were taken back.
MATCH (d:Decision)
RETURN properties(d) AS decision
