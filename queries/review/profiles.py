"""Profiles: what a thing is compared by when it may be the same as another.

A profile is made of rows, so that the graph and a mere projection (in tests and measures) give the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_model.dates import OPEN
from graph_model.keys import canonical_address, digest
from graph_model.names import fold
from graph_model.schema import NODE_KINDS, family_of
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches

COMPARED = tuple(kind for kind in NODE_KINDS if kind != "Document")
"""The kinds of thing that may be proposed as one; a document is told by its address and its text alone."""
# Without digits, for a decision is masked like a text, and a long number may be that of a telephone.
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_AT_HOME = ("BASED_IN", "HELD_IN")


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as one of its ends sees it: its kind, whether it leaves from here, and the id of the other end."""

    kind: str
    out: bool
    other: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing with all that tells it from others. ``names`` begins with the one shown; ``pages`` are of Documents.

    ``site`` is its canonical address on the web, ``address`` its folded street and number, ``start`` an EDTF date; each
    is empty when it is not known. ``towns`` are ids of places.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    keys: tuple[str, ...]
    site: str
    address: str
    start: str
    ties: frozenset[Tie]
    towns: frozenset[str]
    pages: frozenset[str]

    @property
    def family(self) -> str:
        return family_of(self.kind)

    @property
    def known(self) -> str:
        """A hash of all that is known here; another one means that something new is known, or something lapsed."""
        ties = sorted(f"{tie.kind}{'>' if tie.out else '<'}{tie.other}" for tie in self.ties)
        hashed = digest(self.kind, *sorted(self.names), self.site, self.address, self.start, *ties)
        return hashed.translate(_LETTERS)


def profiles(reading: Reading) -> dict[str, Profile]:
    """The profiles of all things that may be compared, by id."""
    rows = reading.ask("review/things", kinds=list(COMPARED))
    return profiles_from(rows, _ties(reading, [row["id"] for row in rows]))


def profiles_of(reading: Reading, ids: Iterable[str]) -> dict[str, Profile]:
    """The profiles of these things, by id."""
    wanted = sorted(set(ids))
    rows = reading.ask("review/things_by_id", ids=wanted)
    return profiles_from(rows, _ties(reading, wanted))


def _ties(reading: Reading, ids: Iterable[str]) -> list[Mapping[str, Any]]:
    return [row for batch in in_batches(sorted(ids)) for row in reading.ask("review/ties", ids=batch)]


def profiles_from(things: Iterable[Mapping[str, Any]], ties: Iterable[Mapping[str, Any]]) -> dict[str, Profile]:
    """Profiles from rows of things and of the ties that each of them has (here, kind, out, there)."""
    of_thing: dict[str, set[Tie]] = defaultdict(set)
    pages: dict[str, set[str]] = defaultdict(set)
    for row in ties:
        if row["kind"] == "MENTIONS":
            pages[row["here"]].add(row["there"])
        else:
            of_thing[row["here"]].add(Tie(row["kind"], bool(row["out"]), row["there"]))
    return {row["id"]: _profile(row, of_thing[row["id"]], pages[row["id"]]) for row in things}


def _profile(row: Mapping[str, Any], ties: set[Tie], pages: set[str]) -> Profile:
    return Profile(
        id=row["id"], kind=row["kind"], name=row["name"], names=(row["name"], *(row.get("aliases") or ())),
        keys=tuple(sorted(row["keys"])), site=canonical_address(row.get("url") or ""),
        address=fold(row.get("address") or ""),
        start=_date(row.get("start") or ""), ties=frozenset(ties),
        towns=frozenset(tie.other for tie in ties if tie.out and tie.kind in _AT_HOME), pages=frozenset(pages),
    )  # fmt: skip


def _date(start: str) -> str:
    return "" if start == OPEN else start
