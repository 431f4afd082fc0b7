// The pages that are there and hold one of these texts, and whether an equal text at a smaller address was known.
// $fingerprints: hashes of stored texts
MATCH (p:Page) WHERE p.fingerprint IN $fingerprints AND NOT p.gone
RETURN p.id AS id, p.fingerprint AS fingerprint, p.echo AS echo
