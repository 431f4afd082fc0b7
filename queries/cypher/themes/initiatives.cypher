// All initiatives, with when they began and ended.
MATCH (i:Initiative)
RETURN i.id AS id, i.name AS name, i.founded_earliest AS founded_earliest, i.closed_earliest AS closed_earliest
