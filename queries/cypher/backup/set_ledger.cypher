// Set what stands on the ledger's counter.
// $row: its properties, as far as they change; null takes one away
MATCH (l:Ledger {id: 'ledger'})
SET l += $row
