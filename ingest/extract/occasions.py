"""Of one occasion one candidate stays: the page's own said again, names within names, ``deze bijeenkomst``."""

from __future__ import annotations

import re

from graph_model.names import own_name
from ingest.extract.kinds import Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import Sheet

_GENERAL = re.compile(
    r"\w*(?:maandelijks|wekelijks|jaarlijks)e (?P<noun>[\w-]+)|(?P<first>[a-zà-ÿ-]+) in [A-ZÀ-Ý][\w-]+"
)
# Of series "volgende sparsessies" is as general; a gathering may be called by no more than "volgende bijeenkomst".
_GENERAL_SERIES = re.compile(r"(?:volgende|komende|eerdere) (?P<noun>[\w-]+)")
_BY_NOUN = frozenset(("event",))
# Found by its noun, or between quotes, a name may be a part of a longer one.
_WITHIN = frozenset(("event", "quote"))
# "De derde meet-up": which one it was of a series.
_ORDINALS = frozenset("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split())


def one_per_occasion(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """A gathering that lies within just one longer one is a form of it; within several, it names none of them."""
    events = [t for t in things if t.kind == "Event"]
    if len(events) < 2:
        return things
    by_noun, inner = [e for e in events if e.forms == _BY_NOUN], _insides(things)
    gone = {id(e) for e in by_noun if all(i < inner.get((a, j), 0) for a, i, j in e.spots)}
    _absorb_page(sheet, events, gone)
    for thing in sorted(events, key=lambda t: (len(t.key), t.key)):
        if id(thing) in gone:
            continue
        if thing.forms & {"title", "line"}:
            continue
        if not (thing.forms & _WITHIN or _is_in_line(events, thing) or _opens_line(sheet, events, thing)):
            continue
        outer = [e for e in events if e is not thing and id(e) not in gone and _holds(e, thing)]
        if len(outer) == 1 and _prefers(thing, outer[0]):
            gone.add(id(outer[0]))
            absorb(thing, outer[0])
        elif len(outer) == 1:
            gone.add(id(thing))
            absorb(outer[0], thing)
        elif outer:
            gone.add(id(thing))
    return [t for t in things if id(t) not in gone]


def one_by_name(things: list[Thing]) -> list[Thing]:
    """``het festival in P``, ``maandelijkse sparsessies``: forms of the only one whose name has that noun."""
    gone = set()
    for thing in things:
        noun = _general(thing)
        if not noun:
            continue
        others = [t for t in things if t is not thing and t.kind == thing.kind and not _general(t)]
        named = [t for t in others if t.kind == "EventSeries" or t.name[:1].isupper()]
        meant = [t for t in named if any(noun in key.split() for key in t.keys)]
        if len(meant) == 1:
            gone.add(id(thing))
            absorb(meant[0], thing)
    return [t for t in things if id(t) not in gone]


def _general(thing: Thing) -> str:
    """The noun by which a gathering or series is called with what would fit any of its kind; else empty."""
    if thing.kind not in ("Event", "EventSeries"):
        return ""
    found = _GENERAL.fullmatch(thing.name)
    if found is not None:
        return folded(found["noun"] or found["first"])
    said = _GENERAL_SERIES.fullmatch(thing.name) if thing.kind == "EventSeries" else None
    return folded(said["noun"]) if said is not None else ""


def _insides(things: list[Thing]) -> dict[tuple[int, int], int]:
    """The places halfway a name (line, token), each with where that name begins, of several the last.

    No name that begins before ends there: ``bijeenkomst van Radicale | vernieuwing``.
    """
    inner: dict[tuple[int, int], int] = {}
    for thing in things:
        for a, i, j in thing.spots if thing.kind not in ("Event", "Document") else ():
            for q in range(i + 1, j):
                inner[a, q] = max(i, inner.get((a, q), 0))
    return inner


def _absorb_page(sheet: Sheet, events: list[Thing], gone: set[int]) -> None:
    """The page's gathering said again: a part of its title, its title with its day, ``deze bijeenkomst``.

    Of a title that goes on in lower case the text gives mostly the beginning as a name.
    """
    title = folded(sheet.page.title)
    titled = [e for e in events if "title" in e.forms]
    page = next((e for e in titled if e.key == title), next((e for e in titled if " " in e.key), None))
    if page is None:
        return
    own = folded(own_name(page.name)) if own_name(page.name) != page.name else ""
    for event in events:
        named = own != "" and event.key in (own, own.partition(" ")[2])  # "congres Anders Oud", "Anders Oud"
        within = event in titled and event.key in page.key
        if event is not page and (named or within or _is_said_again(sheet, page, event)):
            gone.add(id(event))
            absorb(page, event)


def _is_said_again(sheet: Sheet, page: Thing, event: Thing) -> bool:
    if "event" not in event.forms or event.forms & {"title", "line"}:
        return False
    if event.key.startswith(page.key + " ") or (" " in event.key and page.key.startswith(event.key + " ")):
        return True
    number, _, noun = event.key.partition(" ")
    if number in _ORDINALS and page.key.startswith(noun + " "):
        return len(event.spots) == 1 and _is_first_paragraph(sheet, event.spots[0][0])
    return " " not in event.name and all(_is_this(sheet, spot) for spot in event.spots)


def _is_first_paragraph(sheet: Sheet, index: int) -> bool:
    """Whether this line is the first of the text, in which a page tells what it is about."""
    return index == next(
        (line.index for line in sheet.order if line.block.kind == "paragraph" and line.index >= sheet.first), -1
    )


def _is_this(sheet: Sheet, spot: Spot) -> bool:
    """``deze bijeenkomst``: the one that the page is about."""
    line, i, _ = spot
    return i > 0 and sheet.lines[line].lows[i - 1] in ("deze", "dit")


def _holds(outer: Thing, inner: Thing) -> bool:
    return len(inner.key) <= len(outer.key) and any(
        x[0] == y[0] and x[1] <= y[1] and y[2] <= x[2] for x in outer.spots for y in inner.spots
    )


def _is_in_line(events: list[Thing], thing: Thing) -> bool:
    """``Stoelyoga`` of the row ``Stoelyoga, proefles``, which stands nowhere else."""
    lines = [spot for e in events if "line" in e.forms and e is not thing for spot in e.spots]
    within = all(any(a == b and x <= i and j <= y for b, x, y in lines) for a, i, j in thing.spots)
    return within and " " not in thing.name


def _opens_line(sheet: Sheet, events: list[Thing], thing: Thing) -> bool:
    """``Ronde Tafel`` of the line ``Ronde Tafel: wie heeft de sleutel?``, which stands nowhere else."""
    lines = {spot[:2] for e in events if "line" in e.forms and e is not thing for spot in e.spots}
    return all((a, i) in lines and sheet.lines[a].lows[j : j + 1] == [":"] for a, i, j in thing.spots)


def _prefers(inner: Thing, outer: Thing) -> bool:
    """Whether the shorter form is the better name: the longer one is no line of its own, undated and less sure."""
    if outer.forms & {"title", "line"} or any(c.isdigit() for c in outer.key):
        return False
    return inner.confidence > outer.confidence


def absorb(thing: Thing, other: Thing) -> None:
    """Makes the places and forms of another thing those of this one."""
    thing.spots = sorted({*thing.spots, *other.spots})
    thing.keys += other.keys
    for name, count in other.names.items():
        thing.names[name] = thing.names.get(name, 0) + count
