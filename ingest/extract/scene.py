"""The things of a page in their places: sentences with what stands in them, and the gathering that a line is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ingest.extract.dates import Tense, tense_of
from ingest.extract.day_first import Entry
from ingest.extract.kinds import ORGANISATIONS, Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import HEADINGS, Sheet
from ingest.extract.tokens import Line
from ingest.extract.words import DAY_DATED, PAST, PRESENT, STARTS_DATED

BODIES = (*ORGANISATIONS, "ClientCouncil", "Movement")
_TITLE_WEIGHT = 2
_WHO_WE_ARE = re.compile(r"(?:wie (?:zijn (?:wij|we)|(?:wij|we) zijn)|over ons)\b", re.IGNORECASE)
# An article may stand before the name.
_AT_ONCE = 1
_OPENING, _OPENING_WEIGHT = 3, 2
_SURE_ENOUGH = 0.3

Place = tuple[int, int]


@dataclass(slots=True)
class Scene:
    """All things of a page by number, where they stand, and which of them the page is mainly about.

    ``spots[n]`` are (line, sentence, i, j) of thing ``n``, ``kinds[n]`` is its kind; ``sentences`` maps (line,
    sentence) to (i, j, n) in order.
    ``main`` is the gathering that the page's title names, ``only`` the single gathering of a page that has no such
    title. ``sections`` and ``rows`` map lines to the gathering that their section or row is about, ``said`` those that
    look back on another gathering than the page's own. ``owned`` are the lines of a gathering's row or section.
    ``contexts`` are what stands around a stretch, ``of_people`` and ``of_others`` what a sentence, by its line and
    first token, tells of all people or all other things in it, ``spoken_of`` from which line on the text is about which
    initiative: each as far as anybody asked.
    """

    sheet: Sheet
    things: list[Thing]
    spots: list[list[tuple[int, int, int, int]]]
    sentences: dict[Place, list[tuple[int, int, int]]]
    counts: Counter[str]
    kinds: list[str]
    main: int | None = None
    only: int | None = None
    sections: dict[int, int] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    said: dict[int, int] = field(default_factory=dict)
    top: dict[str, int] = field(default_factory=dict)
    top_body: int | None = None
    order: dict[Place, int] = field(default_factory=dict)
    owned: dict[int, list[Line]] = field(default_factory=dict)
    introduced: dict[int, tuple[str, frozenset[str]]] = field(default_factory=dict)
    contexts: dict[Spot, set[str]] = field(default_factory=dict)
    of_people: dict[Place, set[str]] = field(default_factory=dict)
    of_others: dict[Place, set[str]] = field(default_factory=dict)
    spoken_of: list[tuple[int, int]] | None = None
    _at: dict[int, int] = field(default_factory=dict)

    def place_of(self, line: Line) -> int:
        """How many lines of the page stand before a line."""
        if not self._at:
            self._at = {x.index: n for n, x in enumerate(self.sheet.order)}
        return self._at[line.index]

    def gathering(self, line: int) -> tuple[int | None, str]:
        """The gathering that a line is about, and how that is known: row, section, main or only."""
        if line in self.rows:
            return self.rows[line], "row"
        section = self.sheet.lines[line].block.section
        if section in self.sections:
            return self.sections[section], "section"
        if line in self.said:
            return self.said[line], "said"
        if self.main is not None:
            return self.main, "main"
        return (self.only, "only") if self.only is not None else (None, "")


def scene_of(sheet: Sheet, things: list[Thing]) -> Scene:
    """Puts the things of a page in their places."""
    spots = [_placed(sheet, thing.spots) for thing in things]
    sentences: dict[Place, list[tuple[int, int, int]]] = defaultdict(list)
    councils: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for n, thing in enumerate(things):
        for a, _, i, j in spots[n] if thing.kind == "ClientCouncil" else ():
            councils[a].append((i, j))
    for n, found in enumerate(spots):
        hidden = things[n].kind in ORGANISATIONS or things[n].kind == "Place"
        for a, s, i, j in found:
            # The council is meant, not the organisation in its name.
            if not (hidden and a in councils and any(x <= i and j <= y for x, y in councils[a])):
                sentences[(a, s)].append((i, j, n))
    for held in sentences.values():
        held.sort()
    kinds = [t.kind for t in things]
    scene = Scene(sheet, things, spots, dict(sorted(sentences.items())), Counter(kinds), kinds)
    _find_gatherings(scene)
    _find_top(scene)
    _find_owned(scene)
    places = [(line.index, s) for line in sheet.order for s in range(len(line.sentences))]
    scene.order = {place: n for n, place in enumerate(places)}
    return scene


def _placed(sheet: Sheet, spots: list[Spot]) -> list[tuple[int, int, int, int]]:
    """The spots that stand on the page, each with its sentence."""
    placed = []
    for a, i, j in spots:
        line = sheet.lines.get(a)
        if line is not None and i < j and i < len(line.sentence):
            placed.append((a, line.sentence[i], i, j))
    return placed


def _find_gatherings(scene: Scene) -> None:
    title = folded(scene.sheet.page.title)
    events = [n for n, kind in enumerate(scene.kinds) if kind == "Event"]
    if not events:
        return
    for n in events:
        thing = scene.things[n]
        if title and (title in thing.keys or ("title" in thing.forms and folded(thing.name) in title)):
            scene.main = n
            break
    if (
        scene.main is None
        and len(events) == 1
        and not scene.things[events[0]].key.startswith(("eerstvolgende", "volgende"))
    ):
        scene.only = events[0]
    _find_lines(scene, [n for n in events if n != scene.main])
    _spread_sections(scene)
    _look_back(scene)


def _find_lines(scene: Scene, events: list[int]) -> None:
    """The sections and rows of the gatherings that are not the page's own."""
    sheet = scene.sheet
    following = dict(zip([x.index for x in sheet.order], [*sheet.order[1:], None], strict=True))
    entries = {entry.title.index: entry for entry in sheet.entries}
    days = {entry.day.index for entry in sheet.entries}
    for n in events:
        # What may be a gathering takes no lines from one that is.
        for a, _, i, _ in scene.spots[n] if scene.things[n].confidence >= _SURE_ENOUGH else ():
            line = sheet.lines[a]
            if a in entries and i <= _AT_ONCE:
                _enter(scene, entries[a], n)
                continue
            nxt = following[a]
            below = (
                nxt is not None
                and nxt.index not in days
                and len(nxt.block.text) < 100
                and STARTS_DATED.match(nxt.block.text) is not None
            )
            named = "line" in scene.things[n].forms
            if line.block.kind == "heading" and (named or line.dated or below):
                scene.sections.setdefault(a, n)
            elif named and line.block.kind in ("row", "item", "label", "paragraph", "meta"):
                scene.rows.setdefault(a, n)


def _enter(scene: Scene, entry: Entry, n: int) -> None:
    """Makes the lines of an agenda's entry those of its gathering."""
    for line in (entry.day, entry.title, *entry.rest):
        scene.rows.setdefault(line.index, n)


def _find_owned(scene: Scene) -> None:
    for line in scene.sheet.order if scene.rows or scene.sections else ():
        owners = {scene.rows.get(line.index), scene.sections.get(line.index)}
        if line.index not in scene.rows:
            owners.add(scene.sections.get(line.block.section))
        for n in owners - {None}:
            assert n is not None
            scene.owned.setdefault(n, []).append(line)


def _look_back(scene: Scene) -> None:
    """On a page that announces, past tense after an earlier gathering's day is about that gathering."""
    last: int | None = None
    sheet = scene.sheet
    if scene.main is None or not sheet.header or sheet.count_of(PRESENT) <= sheet.count_of(PAST):
        return
    for line in sheet.order:
        if line.block.kind not in ("paragraph", "item", "quote"):
            continue
        named = [
            n for s in range(len(line.sentences)) for _, _, n in scene.sentences.get((line.index, s), ())
            if scene.kinds[n] == "Event" and n != scene.main and any(c.isdigit() for c in scene.things[n].key)
        ]  # fmt: skip
        if named:
            last = named[-1]
        if last is not None and (len(set(named)) == 1 or (not named and tense_of(line.block.text) is Tense.PAST)):
            scene.said[line.index] = last


def _spread_sections(scene: Scene) -> None:
    """A date line that is a heading of its own goes on with the section above it."""
    if len(scene.sections) < 2:
        return
    last: int | None = None
    for line in scene.sheet.order:
        if line.index in scene.sections:
            last = scene.sections[line.index]
        elif line.block.kind in HEADINGS and line.index not in scene.rows:
            # "SEPTEMBER 2026" parts an agenda and is the day of nothing.
            if last is not None and DAY_DATED.search(line.block.text) and len(line.block.text) < 100:
                scene.sections[line.index] = last
            else:
                last = None


def _find_top(scene: Scene) -> None:
    title = folded(scene.sheet.page.title)
    opening = {line.index for line in scene.sheet.order[:_OPENING]}
    ranked = sorted(
        (n for n, t in enumerate(scene.things) if t.kind in BODIES),
        key=lambda n: (-_weight(scene, n, title, opening), n),
    )
    for n in ranked:
        scene.top.setdefault(scene.kinds[n], n)
        if scene.top_body is None and scene.kinds[n] in ORGANISATIONS:
            scene.top_body = n
    scene.top_body = _introduced(scene, scene.top_body)


def _introduced(scene: Scene, most: int | None) -> int | None:
    """Who says "we": the body that the text below ``Wie zijn wij?`` begins with, else the one named ``most``."""
    for line in scene.sheet.order:
        heading = scene.sheet.heading_of(line) if line.block.kind == "paragraph" else None
        if heading is None or _WHO_WE_ARE.match(heading.block.text) is None:
            continue
        held = scene.sentences.get((line.index, 0), [])
        return next((n for i, _, n in held if i <= _AT_ONCE and scene.kinds[n] in ORGANISATIONS), most)
    return most


def _weight(scene: Scene, n: int, title: str, opening: set[int]) -> int:
    """How much a page is about a body: its mentions, and whether title or opening lines name it."""
    spots = scene.spots[n]
    titled = any(key in title for key in scene.things[n].keys)
    return len(spots) + _TITLE_WEIGHT * titled + _OPENING_WEIGHT * any(a in opening for a, _, _, _ in spots[:1])
