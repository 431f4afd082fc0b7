"""The words for a person's role, as the page writes them next to the person; of several people, for one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain

from ingest.extract.kinds import OWNERS
from ingest.extract.lexicon import lexicon
from ingest.extract.scene import Place, Scene
from ingest.extract.tokens import Line
from ingest.extract.words import classes_of

_REACH_BEFORE = 3
_REACH_AFTER = 12
_MOST_WORDS = 5
_ADDRESS = frozenset("heer mevrouw dhr mevr mw dr drs prof ir mr ds ing".split())
# Whose neighbour somebody is says nothing of what they are at a body.
_NO_OFFICE = frozenset("buurman buurvrouw buurmannen buurvrouwen buren".split())
_BEFORE = frozenset("hiervoor daarvoor eerder voorheen vroeger eerst".split())
_QUALIFIERS = frozenset(
    "algemeen senior hoofd technisch medisch interim voormalig toenmalig nieuwe plaatsvervangend waarnemend tweede "
    "eerste".split()
)
_PAST = frozenset("voormalig voormalige oud toenmalig toenmalige ex vroegere gewezen was".split())

_TOGETHER = frozenset("beiden beide allebei alle alledrie zijn waren blijven bleven worden werden samen".split())
_IS = (["is"], ["was"], ["wordt"])
_AT = (["van"], ["bij"])

# Tokens of a sentence that stand in names of bodies, and where the names of people begin, each with its end.
_Around = tuple[set[int], dict[int, int]]


@dataclass(frozen=True, slots=True)
class _Said:
    """A role phrase next to a person: how near, where, and which of the person's mentions it stands by.

    ``j`` is where that mention ends.
    """

    distance: int
    order: int
    place: Place
    j: int
    start: int
    end: int


class Roles:
    """The role phrases next to the people of a page; those of a person are looked for once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._near: dict[int, tuple[dict[Place, list[_Said]], list[_Said]]] = {}

    def of(self, person: int, owner: int) -> tuple[str, tuple[int, int, int] | None, bool]:
        """The phrase nearest to a person, where it stands (line, i, j), and whether it is said to be past.

        A role in a sentence that names the owner as well comes before any other; empty when none is found.
        """
        by_place, elsewhere = self._near.get(person) or self._look_for(person)
        places = {(a, s) for a, s, _, _ in self._scene.spots[owner]}
        here = [said for place in places for said in by_place.get(place, ()) if not self._is_of_before(owner, said)]
        best = min(here, key=_rank) if here else next((said for said in elsewhere if said.place not in places), None)
        if best is None:
            return "", None, False
        index, start, end = best.place[0], best.start, best.end
        line = self._scene.sheet.lines[index]
        return _of_one(line.text(start, end)), (index, start, end), _is_past(line, start, end)

    def _look_for(self, person: int) -> tuple[dict[Place, list[_Said]], list[_Said]]:
        by_place: dict[Place, list[_Said]] = defaultdict(list)
        elsewhere: list[_Said] = []
        for order, (index, number, i, j) in enumerate(self._scene.spots[person]):
            line = self._scene.sheet.lines[index]
            around = _around(self._scene, index, number)
            found = _nearest(line, i, j, around)
            if found is not None:
                distance, start, end = found
                said = _Said(distance, order, (index, number), j, start, end)
                by_place[said.place].append(said)
                # What a sentence says of somebody at another body, they are not here.
                if not (line.block.kind == "paragraph" and around[0]):
                    elsewhere.append(said)
        near = self._near[person] = dict(by_place), sorted(elsewhere, key=_rank)
        return near

    def _is_of_before(self, owner: int, said: _Said) -> bool:
        """``Coördinator is P, die hiervoor bij O werkte``: the role before is not the one that they had there."""
        j, lows = said.j, self._scene.sheet.lines[said.place[0]].lows
        there = min((i for a, s, i, _ in self._scene.spots[owner] if (a, s) == said.place and i > j), default=j)
        return not j <= said.start < there and not _BEFORE.isdisjoint(lows[j:there])


def _rank(said: _Said) -> tuple[int, int]:
    return said.distance, said.order


def _of_one(role: str) -> str:
    """``bestuurders A en B``: each of them is one."""
    return role[:-1] if _is_plural(role.lower()) else role


def _is_plural(low: str) -> bool:
    return low.endswith("s") and "role" in classes_of(low[:-1])


def _before_all(line: Line, i: int, people: dict[int, int]) -> int:
    """The token before the first of several people, of whom one stands at ``i``."""
    begins = {end: start for start, end in people.items()}
    while i > 1 and line.words[i - 1] in ("en", ",") and i - 1 in begins:
        i = begins[i - 1]
    return i - 1


def _around(scene: Scene, index: int, number: int) -> _Around:
    held = scene.sentences.get((index, number), ())
    words = scene.sheet.lines[index].words
    named = {q for x, y, n in held if scene.kinds[n] in OWNERS for q in range(x, y) if "-" not in words[q]}
    return named, {x: y for x, y, n in held if scene.kinds[n] == "Person"}


def _nearest(line: Line, i: int, j: int, around: _Around) -> tuple[int, int, int] | None:
    """The role phrase nearest to tokens ``i``–``j``: none within a name (``Santé Partners``), none of the next one."""
    named, people = around
    a, z = line.sentences[line.sentence[i]]
    several = _before_all(line, i, people)
    if several >= a and several not in named and _is_role(line, several) and _is_plural(line.lows[several]):
        return (1, *_phrase(line, several, a, several + 1))
    first, last = max(a, i - _REACH_BEFORE), min(z, j + _REACH_AFTER)
    if "role" not in chain.from_iterable(line.classes[first:last]):
        return None
    apposed = line.lows[i - 1 : i] in _IS and _has_office_behind(line, j, z, named)
    ends = set(people.values())
    for q in range(i - 1, first - 1, -1) if not apposed else ():
        # "P (voorzitter), Q": what stands in brackets, or before another's name, is theirs.
        if line.words[q] == ")" or q + 1 in ends:
            break
        if q not in named and _is_role(line, q):
            start, end = _phrase(line, q, a, z)
            return (i - end, start, min(end, i))
    passed = False
    for q in range(j, last):
        passed = passed or q in named
        if passed and (q in people or q + 1 in people):
            return None
        if q not in named and _is_role(line, q) and not any(x <= q < y for x, y in people.items()):
            # "P, Q (locatiemanager)", "P, Q en R, beleidsadviseur": of several the last has that role.
            others = [y for x, y in people.items() if j <= x < q]
            if others and not _is_plural(line.lows[q]) and not _is_shared(line, max(others), q):
                return None
            start, end = _phrase(line, q, j, z)
            return (q - j + 1, start, end)
    return None


def _is_shared(line: Line, end: int, q: int) -> bool:
    """Whether all of several people have a role: ``A en B, beiden bestuurslid``, ``A en B zijn vrijwilliger``.

    Also ``Per 1 juli volgt A B op als directeur``.
    """
    between = line.lows[end:q]
    return not _TOGETHER.isdisjoint(between) or between[-2:] == ["op", "als"]


def _has_office_behind(line: Line, j: int, z: int, named: set[int]) -> bool:
    """``Dagvoorzitter is P, voorzitter van O``: what P is at O stands behind, what P does that day before."""
    if j + 1 >= z or line.words[j] != "," or not _is_role(line, j + 1):
        return False
    _, end = _phrase(line, j + 1, j, z)
    body = end + 2 if line.lows[end + 1 : end + 2] in (["de"], ["het"]) else end + 1
    return line.lows[end : end + 1] in _AT and body in named


def _is_role(line: Line, q: int) -> bool:
    return "role" in line.classes[q] and line.lows[q] not in _ADDRESS and line.lows[q] not in _NO_OFFICE


def _phrase(line: Line, q: int, a: int, z: int) -> tuple[int, int]:
    """The role noun with the words that belong to it (``raad van toezicht``, ``voorzitter en oprichter``)."""
    start, end = q, q + 1
    for words in _phrases().get(line.lows[q], ()):
        if line.lows[q : q + len(words)] == words:
            end = q + len(words)
            break
    while start > a and line.lows[start - 1] in _QUALIFIERS and end - start < _MOST_WORDS:
        start -= 1
    if end + 1 < z and line.lows[end] in ("en", "/") and _is_role(line, end + 1):
        end += 2
    return start, end


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The words of all roles that have several, by the first of them."""
    phrases = lexicon().phrases.items()
    return {first: [list(words[:-1]) for words in found if words[-1] == "role"] for first, found in phrases}


def _is_past(line: Line, start: int, end: int) -> bool:
    words = line.lows[max(0, start - 2) : end]
    return any(low in _PAST or low.startswith(("oud-", "ex-")) for low in words)
