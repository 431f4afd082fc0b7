"""The hand-made pairs: who is who in them, and what joining and proposing make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from graph_model.evidence import Claim, End, Evidence
from graph_model.keys import IN_TOWN, digest, key_of, occasion
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project
from graph_model.schema import family_of
from graph_model.surnames import load_common_surnames
from queries.review.profiles import Profile, profiles_from

FOLDER = Path(__file__).parent
_FIELDS = {"w": "url", "a": "address", "n": "alias"}


@dataclass(frozen=True, slots=True)
class Side:
    """One side as a page writes it: its end of a claim, and facts as (word, value)."""

    end: End
    facts: tuple[tuple[str, str], ...]
    page: str


@dataclass(frozen=True, slots=True)
class Made:
    """A pair with the truth about it."""

    same: bool
    left: Side
    right: Side

    @property
    def family(self) -> str:
        return family_of(self.left.end.kind)

    def __str__(self) -> str:
        return f"{'=' if self.same else '≠'} {self.left.end.name} | {self.right.end.name}"


@cache
def made_pairs(name: str = "pairs") -> tuple[Made, ...]:
    """All pairs of a file."""
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(_pair(number, line) for number, line in enumerate(lines))


def _pair(number: int, line: str) -> Made:
    truth, kind, left, other, right = line.split("\t")
    other = kind if other == "." else other
    return Made(truth == "=", _side(kind, left, f"{number}a"), _side(other, right, f"{number}b"))


def _side(kind: str, text: str, page: str) -> Side:
    name, *facts = text.split(" ;", 1)
    name, _, qualifier = name.partition(" @")
    told = tuple(tuple(fact.split(" ", 1)) for fact in (facts[0].split(";") if facts else ()))
    if kind == "Event" and qualifier:
        qualifier = occasion(qualifier.strip(), next((value for word, value in told if word == "in"), ""))
    return Side(End(kind, name.strip(), qualifier.strip()), told, f"https://bron{page}.example/")  # type: ignore[arg-type]


def claims_of(side: Side) -> Iterator[Claim]:
    """What a page says that holds this side."""
    document, end = End("Document", side.page), side.end
    yield _claim(side, document, "MENTIONS", end)
    if end.kind == "Event" and end.qualifier:
        yield _claim(side, end, "start", value=end.qualifier.partition(IN_TOWN)[0])
    for word, value in side.facts:
        if word in _FIELDS:
            yield _claim(side, end, _FIELDS[word], value=value)
        else:
            yield _linked(side, word, value)


def _linked(side: Side, word: str, value: str) -> Claim:
    end = side.end
    if word == "in":
        return _claim(side, end, "HELD_IN" if end.kind in ("Event", "EventSeries") else "BASED_IN", End("Place", value))
    if word == "p":
        return _claim(side, End("Person", value, end.name), "HAS_ROLE", end)
    organisation = End("Partner", value)
    subject, kind, target = {
        "o": (end, "HAS_ROLE", organisation), "deel": (end, "PART_OF", organisation),
        "met": (end, "PARTNER_OF", organisation), "sinds": (end, "SUCCEEDS", organisation),
        "door": (organisation, "ORGANISES", end),
    }[word]  # fmt: skip
    return _claim(side, subject, kind, target)


def _claim(side: Side, subject: End, predicate: str, target: End | None = None, value: str = "") -> Claim:
    evidence = Evidence("proef", "1", subject.name, 0, 1, 0.9)
    return Claim(
        key_of("Document", side.page), subject, predicate, target, value, evidence=(evidence,),
        host=side.page.split("/")[2], fingerprint=digest(side.page), fetched="2024-01-01",
    )  # fmt: skip


@cache
def world(name: str = "pairs") -> Projection:
    """The graph of all pairs of a file together: every side on a page of its own."""
    claims = [claim for pair in made_pairs(name) for side in (pair.left, pair.right) for claim in claims_of(side)]
    return project(claims, (), Given(secret=b"geheim", common_surnames=load_common_surnames()))


@cache
def world_profiles(name: str = "pairs") -> dict[str, Profile]:
    """The profiles of all things in that graph."""
    graph = world(name)
    things = [
        {"id": n.id, "kind": n.kind, "name": n.name, "aliases": n.aliases, "keys": n.keys, **n.fields}
        for n in graph.nodes.values() if n.kind != "Document"
    ]  # fmt: skip
    ties = [
        {"here": here, "there": there, "kind": link.kind, "out": here == link.start}
        for link in graph.links.values() for here, there in ((link.start, link.end), (link.end, link.start))
    ]  # fmt: skip
    return profiles_from(things, [tie for tie in ties if tie["here"][0] != "d"])


def thing(side: Side, name: str = "pairs") -> str:
    """The id of the thing that a side is in the graph of all pairs of a file."""
    return world(name).group_of[side.end.key]


def who_is_who() -> dict[str, str]:
    """The things of the graph by who they are in truth: things that pairs call the same have one name."""
    root: dict[str, str] = {}

    def find(x: str) -> str:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for pair in made_pairs():
        a, b = find(thing(pair.left)), find(thing(pair.right))
        if pair.same:
            root[max(a, b)] = min(a, b)
    return {x: find(x) for x in list(root)}


def untold(truth: dict[str, str]) -> set[frozenset[str]]:
    """The pairs of things, in no line of the file, that are the same by way of others."""
    by_name: dict[str, list[str]] = {}
    for x, name in truth.items():
        by_name.setdefault(name, []).append(x)
    return {frozenset(pair) for things in by_name.values() for pair in combinations(things, 2)}
