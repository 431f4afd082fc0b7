// Where the hyperlinks of pages lead, with their evidence.
// $pages: keys of Documents
MATCH (c:Claim) WHERE c.page IN $pages AND c.predicate = 'LINKS_TO' AND NOT c.retired
RETURN c.page AS page, c.object_name AS target, c.evidence AS evidence
