// The keys that share a number, a text or an organisation by which they join.
// $joints: what they share
MATCH (k:Key) WHERE k.joint IN $joints
RETURN collect(DISTINCT {block: k.block}) AS rows
