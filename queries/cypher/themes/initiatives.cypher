// All initiatives, with when they began and ended, as one list.
MATCH (i:Initiative)
RETURN collect({id: i.id, name: i.name, founded_earliest: i.founded_earliest, closed_earliest: i.closed_earliest}) AS initiatives
