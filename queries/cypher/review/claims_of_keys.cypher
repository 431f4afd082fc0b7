// Some live claims about each key: first those that say something of it, then those that only name it.
// $keys: keys
// $most: how many claims of each sort at most
UNWIND $keys AS key
OPTIONAL MATCH (s:Claim {subject: key}) WHERE NOT s.retired
WITH key, collect(s.id)[0..$most] AS said
OPTIONAL MATCH (o:Claim {object: key}) WHERE NOT o.retired
WITH key, said, collect(o.id)[0..$most] AS named
RETURN key, said + named AS claims
