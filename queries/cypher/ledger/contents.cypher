// How many nodes there are besides the counter: none in a graph that was only prepared.
MATCH (n)
WHERE NOT n:Ledger
RETURN count(n) AS number
