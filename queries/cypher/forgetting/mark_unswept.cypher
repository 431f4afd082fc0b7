// Note that the files of the database still hold what was erased.
MATCH (l:Ledger {id: 'ledger'})
SET l.unswept = true
