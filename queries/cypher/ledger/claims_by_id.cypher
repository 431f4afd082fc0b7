// Claims by id, retired ones too, with their evidence.
// $ids: ids of claims
MATCH (c:Claim) WHERE c.id IN $ids
RETURN collect({claim: properties(c)}) AS rows
