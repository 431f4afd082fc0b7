// Which of these keys live claims of other pages have as their subject.
// $keys: keys
// $unwanted: true for the key of each Document that does not count: looking one up in a list of thousands takes long
UNWIND $keys AS key
MATCH (c:Claim {subject: key}) WHERE NOT c.retired AND $unwanted[c.page] IS NULL
RETURN collect(DISTINCT {key: key}) AS rows
