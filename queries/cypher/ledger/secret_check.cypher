// The hash of the secret that this graph was made with.
MATCH (l:Ledger {id: 'ledger'})
RETURN l.secret_check AS secret_check
