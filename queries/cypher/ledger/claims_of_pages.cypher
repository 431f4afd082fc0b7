// All claims of these pages, retired ones too, with their evidence.
// $ids: ids of pages
MATCH (c:Claim) WHERE c.page IN $ids
RETURN collect({claim: properties(c)}) AS rows
