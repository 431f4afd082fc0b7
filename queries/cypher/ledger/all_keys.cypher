// Every key with its tally and the thing it leads to.
MATCH (k:Key)
RETURN k.key AS key, k.thing AS thing, k.tally AS tally
