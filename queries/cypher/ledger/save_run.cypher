// Note that a run began or ended.
// $row: properties of the run, with its id
MERGE (r:Run {id: $row.id})
SET r += $row
