"""What of a page is worth telling: things that are sure enough, alone or by what is said of them."""

from __future__ import annotations

from dataclasses import replace

from ingest.reading import Reading

# Of what looks like a name and is none, half is unsure and has no link to anything. A place that is none is rare; of
# what might be an initiative, a gathering or a partner a quarter is none.
_LONE, _LINKED = 0.6, 0.2
_LONE_OF = {"Place": 0.3, "Partner": 0.75, "Initiative": 0.75, "Event": 0.75}


def worth_telling(reading: Reading) -> Reading:
    """The reading without things that are too unsure, of which more is asked when nothing is said of them."""
    linked = {n for said in reading.statements for n in (said.subject, said.object)}
    kept = [
        n
        for n, thing in enumerate(reading.things)
        if thing.is_page or thing.confidence >= (_LINKED if n in linked else _LONE_OF.get(thing.kind, _LONE))
    ]
    if len(kept) == len(reading.things):
        return reading
    number = {n: k for k, n in enumerate(kept)}
    statements = tuple(
        said.between(number[said.subject], number[said.object])
        for said in reading.statements
        if said.subject in number and said.object in number
    )
    return replace(reading, things=tuple(reading.things[n] for n in kept), statements=statements)
