"""Things that a page goes on to call by their kind: ``het burgerinitiatief``, ``de stichting``, ``de cliëntenraad``."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress

from ingest.extract.council_candidates import COUNCIL_ENDS, is_council_noun
from ingest.extract.kinds import Thing
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line

_DEFINITE = frozenset(("de", "het", "dit", "deze", "onze", "’t", "'t"))
_KINDS = {
    "init": ("Initiative",),
    "care": ("CareOrganisation",),
    "part": ("Partner", "Initiative"),
    "move": ("Movement",),
}
_CALLED = frozenset(("ClientCouncil", *(kind for kinds in _KINDS.values() for kind in kinds)))
# After these the noun is not used for a thing named before, but heads a name or a description.
_GOES_ON = frozenset(("van", "voor", "die", "dat", "in", "met", "uit", "op", "om"))
_NOT_ANAPHORIC = frozenset(
    "gemeente gemeenten huis huizen dorp zorg leden school wijk groep organisaties groepen".split()
)
_REACH = 12


def add_anaphora(sheet: Sheet, things: list[Thing]) -> None:
    """Adds to each thing the places where the page means it by its kind alone."""
    order = {line.index: n for n, line in enumerate(sheet.order)}
    named: dict[str, list[tuple[int, int, int]]] = {}
    for n, thing in enumerate(things):
        if thing.kind in _CALLED:
            named.setdefault(thing.kind, []).extend([(order.get(a, -1), i, n) for a, i, _ in thing.spots])
    if named:
        _add_called(sheet, things, order, named)
    for thing in things:
        thing.spots.sort()


def _add_called(
    sheet: Sheet, things: list[Thing], order: dict[int, int], named: dict[str, list[tuple[int, int, int]]]
) -> None:
    bare = [(line, q) for line in sheet.order for q in _definite(line) if _is_bare(line, q)]
    if not bare:
        return
    for found in named.values():
        found.sort()
    called = {n: _nouns_before(sheet, things[n]) for found in named.values() for n in {n for _, _, n in found}}
    taken = {(a, q) for t in things if t.kind not in ("Event", "Document") for a, i, j in t.spots for q in range(i, j)}
    for line, q in bare:
        if (line.index, q) not in taken:
            meant = _meant(line, q, order[line.index], named, things, called)
            if meant is not None:
                things[meant].spots.append((line.index, q - 1, q + 1))


def _definite(line: Line) -> list[int]:
    """The tokens behind an article that may be the noun of a kind."""
    behind = compress(range(1, len(line.lows)), map(_DEFINITE.__contains__, line.lows))
    return [q for q in behind if line.classes[q] or line.lows[q].endswith(COUNCIL_ENDS)]


def _is_bare(line: Line, q: int) -> bool:
    if line.capital[q] or line.lows[q] in _NOT_ANAPHORIC:
        return False
    after = line.lows[q + 1] if q + 1 < len(line.lows) else "."
    return after not in _GOES_ON and not (q + 1 < len(line.lows) and line.capital[q + 1])


def _nouns_before(sheet: Sheet, thing: Thing) -> frozenset[str]:
    """The words right before a name: ``het burgerinitiatief De Linde``."""
    return frozenset(sheet.lines[a].lows[i - 1] for a, i, _ in thing.spots if i)


def _meant(
    line: Line,
    q: int,
    at: int,
    named: dict[str, list[tuple[int, int, int]]],
    things: list[Thing],
    called: dict[int, frozenset[str]],
) -> int | None:
    """The thing of the noun's kind that was named last; one that the page calls by the noun comes first."""
    noun = line.lows[q]
    kinds = (
        ("ClientCouncil",) if is_council_noun(noun) else next((_KINDS[x] for x in line.classes[q] if x in _KINDS), ())
    )
    best: tuple[bool, int, int, int] | None = None
    for kind in kinds:
        found = named.get(kind, [])
        for place, i, n in found[max(0, bisect_left(found, (at, q, -1)) - _REACH) : bisect_left(found, (at, q, -1))]:
            if at - place <= _REACH:
                by_noun = noun in called[n] or noun in things[n].key or noun in " ".join(things[n].names).lower()
                rank = (by_noun, place, i, n)
                best = rank if best is None or rank > best else best
    return best[3] if best is not None else None
