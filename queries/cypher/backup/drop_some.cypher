// Delete some of what a restored backup takes the place of; who was erased stays known.
// $limit: how many nodes at most
MATCH (n) WHERE NOT n:Ledger AND NOT n:Suppression
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS number
