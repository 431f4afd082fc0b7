// The stored pages that cannot exist on the web: bundled samples, and pages on a name that is reserved for examples.
MATCH (p:Page) WHERE p.address STARTS WITH 'urn:samenspel:voorbeeld:' OR p.host ENDS WITH '.example'
RETURN p.id AS id
