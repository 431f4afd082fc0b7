// Keep the hash of the secret that this graph is made with.
// $hash: hash of the secret
MATCH (l:Ledger {id: 'ledger'})
SET l.secret_check = $hash
