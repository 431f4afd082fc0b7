// All that was ever said of when, where and whether gatherings are held, withdrawn or not.
// $keys: keys of gatherings
// $fields: names of fields, and kinds of link
UNWIND $keys AS key
MATCH (c:Claim {subject: key}) WHERE c.predicate IN $fields
RETURN key, c.id AS id, c.predicate AS predicate, coalesce(c.object, c.value) AS value, c.retired AS retired,
  c.first_seen AS first_seen, c.last_seen AS last_seen, c.page AS page
