// The ledger's counter, with everything that stands on it.
MATCH (l:Ledger {id: 'ledger'})
RETURN properties(l) AS ledger
