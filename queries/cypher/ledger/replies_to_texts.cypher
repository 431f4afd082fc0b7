// What second readers answered to these texts, the latest first.
// $fingerprints: hashes of texts
MATCH (r:Reply) WHERE r.fingerprint IN $fingerprints
RETURN properties(r) AS reply
ORDER BY reply.at DESC, reply.id
