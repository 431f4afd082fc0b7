"""Candidates for gatherings and series in running text: a noun of gathering with what belongs to it."""

from __future__ import annotations

import re

from ingest.extract.candidates import Pool
from ingest.extract.lazily import lazily
from ingest.extract.spans import regions
from ingest.extract.tokens import Line
from ingest.extract.words import DATED, MONTH, OPENERS, WEEKDAY, classes_of

# Nouns that need more than themselves to name a gathering.
VAGUE = frozenset(
    "dag middag avond ochtend gesprek gesprekken overleg tafel markt bezoek debat workshop lunch diner café "
    "presentatie "
    "wandeling keukentafel dialoog rondleiding proeverij kerstmarkt quiz verjaardag jubileum slotdag cursus training "
    "week "
    "koffie borrel maaltijd spel activiteit activiteiten".split()
)
_LONGEST_NAME = 5
_NOT_BEFORE = frozenset("deze onze mijn elke hele alle jullie eerste andere goede mooie vele zulke".split())
_ADJECTIVES = frozenset(
    "open online digitaal hybride eerste tweede derde vierde vijfde volgende eerstvolgende "
    "vorige laatste tiende".split()
)
_DATE = rf"(?:{WEEKDAY}\w* )?(?:\d{{1,2}} )?{MONTH}(?: \d{{4}})?|(?:19|20)\d\d"
_OF_DATE = lazily(
    rf" (?:(?:van|in|op) )(?:{_DATE}|(?:dit|afgelopen|vorig|komend) (?:voorjaar|najaar|jaar|zomer|winter))\b",
    re.IGNORECASE,
)
_OF_THIS = lazily(rf" van (?:dit|deze|het|de|ons|onze) [a-zà-ÿ-]+ (?:van|op) (?:{_DATE})\b", re.IGNORECASE)
_IN_PLACE = lazily(r" in ((?:De |Het |Den |’s-|'s-)?[A-ZÀ-Ý][\w’'-]++)(?! [A-ZÀ-Ý])")
_OF_NAME = lazily(
    r" (?:van|in|bij|met|aan|voor) (?:de |het )?((?:[A-ZÀ-Ý’'][\w’'&-]*)(?: (?:van|de|het|der|’t|'t|dat|"
    r"[A-ZÀ-Ý][\w’'&-]*|lukt))*)"
)
_NEXT_TIME = lazily(
    rf"\b[Dd]e (?:eerst)?volgende (?:keer|bijeenkomst|sessie) is (?:op )?(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}\b",
    re.IGNORECASE,
)
_VERBS = frozenset("organiseert organiseerde organiseren houdt hield georganiseerd gehouden tijdens was begon".split())


def add_events(pool: Pool, line: Line, counts: dict[str, int]) -> None:
    """Every noun of gathering of a line, alone and with its date, place or name."""
    for q, labels in enumerate(line.classes):
        if labels and ("event" in labels or "series" in labels) and line.words[q][0].isalpha():
            _add_noun(pool, line, q, counts)
    if "volgende" in line.block.text:
        for match in _NEXT_TIME.finditer(line.block.text):
            i, j = line.token_at(match.start()), line.token_at(match.end() - 1) + 1
            pool.add(match[0], "event", line, i, j, ("event:next", "event:dated"), nested=True)


def _add_noun(pool: Pool, line: Line, q: int, counts: dict[str, int]) -> None:
    features = _features(line, q, counts)
    pool.add(line.words[q], "event", line, q, q + 1, features, nested=True)
    start = _with_adjective(line, q)
    for before in _with_name(line, q):
        pool.add(line.text(before, q + 1), "event", line, before, q + 1, (*features, "event:name-before"), nested=True)
    if start < q:
        adjective = (*features, f"event:adj={line.lows[start]}")
        pool.add(line.text(start, q + 1), "event", line, start, q + 1, adjective, nested=True)
    _add_extended(pool, line, q, start, features)


def _with_adjective(line: Line, q: int) -> int:
    if not q or line.sentence[q - 1] != line.sentence[q]:
        return q
    before = line.words[q - 1]
    if before.lower() in _ADJECTIVES:
        return q - 1
    adjective = before.islower() and len(before) > 3 and before.endswith(("e", "al")) and before not in _NOT_BEFORE
    return q - 1 if adjective and "event" not in classes_of(before) else q


def _with_name(line: Line, q: int) -> list[int]:
    """Where a name that stands before the noun may begin (``Zutphens symposium``)."""
    run = next(((i, j) for i, j in line.runs if j == q or i < q < j), None)
    if run is None or line.sentence[run[0]] != line.sentence[q] or q - run[0] >= _LONGEST_NAME:
        return []
    return [i for i in range(run[0], q) if line.lows[i] not in OPENERS]


def add_dated_names(pool: Pool, line: Line) -> None:
    """A name followed by a date (``Soep op Straat van 6 oktober``) may be one gathering of a series."""
    for start, end, _ in regions(line):
        stop = line.ends[line.sentences[line.sentence[start]][1] - 1]
        dated = _OF_DATE.match(line.block.text[line.ends[end - 1] : stop])
        if dated and end - start < 8 and dated[0].startswith(" van "):
            _add_to(pool, line, start, line.ends[end - 1] + dated.end(), ("event:dated-name",))


def _add_extended(pool: Pool, line: Line, q: int, start: int, features: tuple[str, ...]) -> None:
    text = line.block.text
    stop = line.ends[line.sentences[line.sentence[q]][1] - 1]
    rest = text[line.ends[q] : stop]
    dated = _OF_DATE.match(rest) or _OF_THIS.match(rest)
    if dated:
        forms = [dated.end()]
        place = _IN_PLACE.match(rest, dated.end())
        if place:
            forms.append(place.end())
        for end in forms:
            extended = (*features, "event:dated", "event:placed" if end != dated.end() else "event:bare")
            for i in {q, start}:
                _add_to(pool, line, i, line.ends[q] + end, extended)
    named = _OF_NAME.match(rest)
    if named:
        _add_to(pool, line, q, line.ends[q] + named.end(), (*features, "event:named"))


def _add_to(pool: Pool, line: Line, i: int, stop: int, features: tuple[str, ...]) -> None:
    text = line.block.text[line.begins[i] : stop]
    pool.add(text, "event", line, i, line.token_at(stop - 1) + 1, features, nested=True)


def _features(line: Line, q: int, counts: dict[str, int]) -> tuple[str, ...]:
    low = line.lows[q]
    date = DATED.search(line.sentence_text(q)) if line.dated else None
    precision = "none" if date is None else "day" if date[0][0].isdigit() and not date[0].isdigit() else "coarse"
    features = [
        "event:noun", f"event:word={low}", f"event:end={low[-5:]}",
        f"event:before={line.lows[q - 1] if q else '^'}",
        f"event:after={line.lows[q + 1] if q + 1 < len(line.lows) else '$'}",
        f"event:date={precision}", f"event:block={line.block.kind}",
    ]  # fmt: skip
    features += [f"event:is={label}" for label in line.classes[q] if label in ("event", "series", "noevent")]
    if low in VAGUE:
        features.append("event:vague")
    if low.endswith(("en", "s")):
        features.append("event:plural")
    a, z = line.sentences[line.sentence[q]]
    if not _VERBS.isdisjoint(line.words[a:z]):
        features.append("event:verb")
    if counts.get(low, 0) > 1:
        features.append("event:repeated")
    return tuple(features)
