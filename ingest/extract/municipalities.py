"""``in de gemeente X``, ``in Y, gemeente X`` tell where, and name the place X; what a municipality does, it does."""

from __future__ import annotations

from ingest.extract.kinds import Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.places import is_place
from ingest.extract.spans import list_of
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line

_HEAD = "gemeente "
_WHERE = frozenset("in uit binnen rond buiten heel".split())
_AT = frozenset("in uit te bij vanuit".split())
_NOUNS = frozenset(("gemeente", "gemeenten"))
_LIKELY = 0.85


def settle_municipalities(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things, municipalities that only tell where being places."""
    places = {key: t for t in things if t.kind == "Place" for key in t.keys}
    kept: list[Thing] = []
    for thing in things:
        where = _told_where(sheet, thing) if thing.kind == "Partner" and thing.key.startswith(_HEAD) else []
        if not where:
            kept.append(thing)
            continue
        thing.spots = [spot for spot in thing.spots if spot not in where]
        if thing.spots:
            kept.append(thing)
        own = _bare(sheet, where)
        place = places.get(folded(own[0]))
        if place is None:
            place = places[folded(own[0])] = _place(own[0])
            kept.append(place)
        place.spots = sorted({*place.spots, *own[1]})
    return kept


def _told_where(sheet: Sheet, thing: Thing) -> list[Spot]:
    """The places where it stands behind ``in de``, alone or in an enumeration."""
    return [spot for spot in thing.spots if _stands_for_place(sheet.lines[spot[0]], spot[1])]


def _stands_for_place(line: Line, i: int) -> bool:
    head = i
    if line.lows[i] not in _NOUNS:
        runs = list_of(line, i)
        head = runs[0][0] - 1 if runs is not None else -1
    if head < 1 or line.lows[head] not in _NOUNS:
        return False
    before = head - 1 - (line.lows[head - 1] == "de")
    return before >= 0 and (line.lows[before] in _WHERE or _is_behind_place(line, before))


def _is_behind_place(line: Line, q: int) -> bool:
    """Whether a place of which is told that something is there stands before this comma or bracket."""
    run = next((run for run in line.runs if run[1] == q), None)
    if run is None or run[0] == 0 or line.words[q] not in (",", "("):
        return False
    return line.lows[run[0] - 1] in _AT and is_place(folded(line.text(*run)))


def _bare(sheet: Sheet, spots: list[Spot]) -> tuple[str, list[Spot]]:
    """The name without its noun, and where it stands."""
    bare = [(a, i + (sheet.lines[a].lows[i] in _NOUNS), j) for a, i, j in spots]
    a, i, j = bare[0]
    return sheet.lines[a].text(i, j), bare


def _place(name: str) -> Thing:
    key = folded(name)
    return Thing("Place", key, name, _LIKELY, [], [key], {name: 1}, frozenset(("cap",)), rule="in de gemeente")
