// When a source that says something of a thing with one of these keys was last looked at, a key.
// $keys: keys
UNWIND $keys AS key
MATCH (c:Claim {subject: key}) WHERE NOT c.retired AND c.origin <> 'gazetteer'
MATCH (p:Page {id: c.page})
RETURN key, max(p.checked) AS seen
UNION
UNWIND $keys AS key
MATCH (c:Claim {object: key}) WHERE NOT c.retired AND c.origin <> 'gazetteer'
MATCH (p:Page {id: c.page})
RETURN key, max(p.checked) AS seen
