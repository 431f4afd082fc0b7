// The people who have a role at one of these organisations.
// $keys: keys of organisations
MATCH (c:Claim) WHERE c.object IN $keys AND c.predicate = 'HAS_ROLE' AND NOT c.retired
RETURN collect(DISTINCT {key: c.subject}) AS rows
