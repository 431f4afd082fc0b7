// Forget keys that no live claim names.
// $keys: keys
MATCH (k:Key) WHERE k.key IN $keys
DETACH DELETE k
