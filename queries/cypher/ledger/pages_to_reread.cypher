// The pages that are there and that a reader read in another version than this, a few at a time.
// $reader: the name of the reader in double quotes, as it stands in the list of readers
// $version: reader and version, as they begin there together
// $after: id of the last page of the part before, or an empty text
// $limit: how many at most
MATCH (p:Page)
WHERE p.id > $after AND NOT p.gone AND p.text <> '' AND p.readers CONTAINS $reader AND NOT p.readers CONTAINS $version
RETURN properties(p) AS page
ORDER BY p.id LIMIT $limit
