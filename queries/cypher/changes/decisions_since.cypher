// What people decided at this moment or later and did not take back.
// $moment: a moment, UTC, ISO 8601
MATCH (d:Decision) WHERE d.at >= $moment AND NOT d.undone
RETURN properties(d) AS decision
