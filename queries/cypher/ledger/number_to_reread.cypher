// How many pages are there that a reader read in another version than this.
// $reader: the name of the reader in double quotes, as it stands in the list of readers
// $version: reader and version, as they begin there together
MATCH (p:Page)
WHERE NOT p.gone AND p.text <> '' AND p.readers CONTAINS $reader AND NOT p.readers CONTAINS $version
RETURN count(p) AS number
