"""Who meets whom: the pairs that have a part in the same gatherings, and where that was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from graph_model.dates import in_words
from queries.events.found import Found, by_name, ref_of
from queries.results.events import Meeting
from queries.results.shapes import Ref
from queries.words import listed, titled

# So many gatherings are named in the sentence of a pair.
NAMED = 3
# Whoever is at a gathering of more than so many does not therefore meet all of them.
CROWD = 60


def meetings(found: Iterable[Found], of: str = "") -> list[Meeting]:
    """The pairs that have a part in the same gatherings, those that meet most first.

    What was cancelled is no meeting, and a crowd does not meet one by one.

    :param found: gatherings, in the order in which to tell them.
    :param of: the id of one thing, whose meetings are then the only ones.
    """
    refs: dict[str, Ref] = {}
    shared: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for one in found:
        here = {row["other_id"]: ref_of(row) for row in one.parts}
        if one.is_off or len(here) > CROWD:
            continue
        refs |= here
        for pair in combinations(sorted(here), 2):
            if not of or of in pair:
                shared[pair].append(one)
    told = [_meeting(refs[a], refs[b], some, of) for (a, b), some in shared.items()]
    return sorted(told, key=lambda one: (-one.times, by_name(one.a), by_name(one.b)))


def _meeting(one: Ref, other: Ref, shared: list[Found], of: str) -> Meeting:
    a, b = sorted((one, other), key=lambda ref: (ref.id != of, by_name(ref)))
    named = [_named(gathering) for gathering in shared[:NAMED]]
    rest = len(shared) - len(named)
    where = listed([*named, f"nog {rest}"] if rest else named)
    many = "een bijeenkomst" if len(shared) == 1 else f"{len(shared)} bijeenkomsten"
    return Meeting(
        a=a, b=b, times=len(shared), gatherings=tuple(gathering.ref for gathering in shared),
        words=f"{a.name} en {b.name} hebben deel aan {many}: {where}",
    )  # fmt: skip


def _named(gathering: Found) -> str:
    when = in_words(gathering.start) if gathering.start else "datum onbekend"
    where = listed([place.name for place in gathering.others("HELD_IN")])
    return f"{titled(gathering.ref)} ({', '.join(part for part in (when, where) if part)})"
