// The pages that a reader said something of, and all readers that did.
// $reader: the name of the reader in double quotes, as it stands in the list of readers
MATCH (p:Page) WHERE NOT p.gone AND p.readers CONTAINS $reader
RETURN p.address AS address, p.readers AS readers
