// Delete claims for good.
// $ids: ids of claims
MATCH (c:Claim) WHERE c.id IN $ids
DETACH DELETE c
