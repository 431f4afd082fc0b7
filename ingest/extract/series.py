"""Series of gatherings by rule: what a page says comes back, or names as a frame for several gatherings."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain

from ingest.extract.kinds import Spot, Thing
from ingest.extract.lexicon.folding import folded
from ingest.extract.structure import Sheet, is_programme_row
from ingest.extract.tokens import Line

_RHYTHM = re.compile(
    r"^(?:maandelijks|wekelijks|jaarlijks|halfjaarlijks|kwartaal|tweewekelijks|dagelijks|tweemaandelijks|"
    r"regelmatig)\w*$"
)
_EVERY = re.compile(
    r"\b(?:(?:twee|drie|vier|een|één|eens) (?:keer )?per (?:jaar|maand|kwartaal|week)|elke (?:maand|week|eerste|"
    r"tweede|derde|vierde)|"
    r"maandelijks|jaarlijks|halfjaarlijks|wekelijks)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b[Aa]ctieteams? ((?:[A-ZÀ-Ý][\w’'-]+)(?: [a-zà-ÿ’'-]+){0,4})")
_TEAM_STOPS = frozenset(
    "op in van is was waar dat die en om aan bij over met heeft zijn gaat komt voor te rond".split()
)
_VAGUE = frozenset("gesprekken bezoeken dagen avonden middagen ochtenden weken activiteiten bijeenkomsten".split())
_GATHERINGS = frozenset(("event", "series"))
_LIKELY = 0.75
_LEAST_SAID = 2
_SHORTEST = 6


def add_series(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things with the series that the rules find; singular and plural of one noun are one series."""
    found = [*_teams(sheet), *_plurals(sheet)]
    if not found:
        return things
    taken = {key for t in things if t.kind == "EventSeries" for key in t.keys}
    new: list[Thing] = []
    for series in found:
        same = [t for t in things if t.kind == "EventSeries" and _same(t, series)]
        if same:
            own, again = same[0], [t for t in same[1:] if set(t.keys) & set(series.keys)]
            things = [t for t in things if not any(t is other for other in again)]
            own.spots = sorted({*own.spots, *series.spots, *(spot for t in again for spot in t.spots)})
            own.keys += [k for k in series.keys if k not in own.keys]
            own.confidence = max(own.confidence, series.confidence)
            own.key, own.name, own.rule = series.key, series.name, series.rule
        elif not taken & set(series.keys):
            new.append(series)
    whole = {key for t in things if t.kind == "Event" and t.forms & {"title", "line"} for key in t.keys}
    new = [s for s in new if s.key not in whole]
    names = {key for s in new for key in s.keys}
    return [t for t in things if not (t.kind in ("Event", "EventSeries") and t.key in names)] + new


def _same(thing: Thing, series: Thing) -> bool:
    """Whether the model found the series as well, or a piece of its name."""
    return bool(set(thing.keys) & set(series.keys)) or series.key.startswith(thing.key + " ")


def _teams(sheet: Sheet) -> list[Thing]:
    """``actieteam X``, and the page's own name for it by the noun alone."""
    found: dict[str, Thing] = {}
    for line in sheet.order if "actieteam" in sheet.low else ():
        if "ctieteam" not in line.block.text or line.block.kind == "taxonomy":
            continue
        for match in _TEAM.finditer(line.block.text):
            words = match[1].split(" ")
            size = next((n for n, w in enumerate(words) if n and w in _TEAM_STOPS), len(words))
            while size > 1 and words[size - 1] in _TEAM_STOPS:
                size -= 1
            name = match[0][: match.start(1) - match.start()] + " ".join(words[:size])
            i, j = line.token_at(match.start()), line.token_at(match.start() + len(name) - 1) + 1
            key = folded(name)
            thing = found.setdefault(key, _series(name, key, "actieteam"))
            thing.spots.append((line.index, i, j))
    if len(found) == 1:
        thing = next(iter(found.values()))
        alone = {(at, q, q + 1) for at, q in sheet.places_of("actieteam")}
        thing.spots = sorted({*thing.spots, *alone})
    return list(found.values())


def _plurals(sheet: Sheet) -> list[Thing]:
    """Plural nouns of gathering that a page says come back, or uses again and again."""
    said: dict[str, list[tuple[Line, int]]] = defaultdict(list)
    for line in sheet.order:
        if _GATHERINGS.isdisjoint(chain.from_iterable(line.classes)):
            continue
        if line.block.kind == "taxonomy" or is_programme_row(line):
            continue
        for q in [q for q, labels in enumerate(line.classes) if "event" in labels or "series" in labels]:
            low = line.lows[q]
            if len(low) > _SHORTEST and low.endswith(("s", "en")) and (low not in _VAGUE or _is_rhythmic(line, q)):
                said[low].append((line, q))
    return [thing for noun, places in said.items() if (thing := _plural(sheet, noun, places)) is not None]


def _is_rhythmic(line: Line, q: int) -> bool:
    return q > 0 and _RHYTHM.match(line.lows[q - 1]) is not None


def _plural(sheet: Sheet, noun: str, places: list[tuple[Line, int]]) -> Thing | None:
    rhythmic = [
        (line, q) for line, q in places
        if _RHYTHM.match(line.lows[q - 1] if q else "") or (_EVERY.search(line.sentence_text(q)) and len(places) > 1)
    ]  # fmt: skip
    single = noun[:-2] if noun.endswith("en") else noun[:-1]
    count = len(places) + sheet.counts[single]
    direct = any(q and _RHYTHM.match(line.lows[q - 1]) for line, q in places)
    if not direct and (sheet.counts[noun] < _LEAST_SAID and count < 2 * _LEAST_SAID):
        return None
    line, q = (rhythmic or places)[0]
    start = q - 1 if q and (_RHYTHM.match(line.lows[q - 1]) or line.lows[q - 1] in ("online", "digitale")) else q
    name = line.text(start, q + 1)
    thing = _series(name, folded(name), "komt terug")
    thing.keys = list(dict.fromkeys((thing.key, noun, single)))
    thing.names = {name: 1, noun: len(places)}
    spots: set[Spot] = {(line.index, q, q + 1) for line, q in places}
    spots |= {(at, x, x + 1) for at, x in sheet.places_of(single) if sheet.lines[at].block.kind != "title"}
    thing.spots = sorted(spots)
    return thing


def _series(name: str, key: str, rule: str) -> Thing:
    return Thing("EventSeries", key, name, _LIKELY, [], [key], {name: 1}, frozenset(("series",)), rule=rule)
