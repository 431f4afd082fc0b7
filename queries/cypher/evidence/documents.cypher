// What the graph knows of pages by their keys: of those without a title of their own.
// $keys: keys of Documents
UNWIND $keys AS key
MATCH (k:Key {key: key})
MATCH (d:Thing {id: k.thing})
RETURN collect({page: key, name: d.name, url: d.url, published: d.published}) AS rows
