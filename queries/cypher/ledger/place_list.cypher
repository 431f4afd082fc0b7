// The stored list of places that somebody brought in: what tells its text from others, and when it came.
// $id: key of its Document
MATCH (p:Page {id: $id}) WHERE NOT p.gone
RETURN p.fingerprint AS fingerprint, p.fetched AS fetched
