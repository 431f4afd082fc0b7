"""The page's gathering by a name of its own: ``Programma Berkelberaad: …``, ``organiseert het Berkelberaad``."""

from __future__ import annotations

import re

from ingest.extract.kinds import Spot, Thing
from ingest.extract.lazily import lazily
from ingest.extract.occasions import absorb
from ingest.extract.scene import BODIES
from ingest.extract.structure import Sheet
from ingest.extract.words import MONTH, STARTS_DATED, WEEKDAY

_ARTICLES = frozenset(("het", "de", "dit", "deze", "ons", "onze"))
# What is done with a gathering and not with a body: before the name, with at most a day between.
_BEFORE = lazily(
    r"\b(?:organise(?:ert|ren|erde|erden)|houdt|houden|hield|hielden|tijdens)"
    rf"(?: (?:op )?(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}(?: \d{{4}})?)? (?:het|de)$",
    re.IGNORECASE,
)
# ... and what a gathering does: it stands right behind the name.
_BEHIND = ("vindt plaats", "vond plaats", "is een vervolg", "was een vervolg", "begint", "wordt gehouden", "op ")


def settle_own_gathering(sheet: Sheet, things: list[Thing]) -> list[Thing]:
    """The things; a body that is named by the title of the page's gathering and told of as one is a form of it."""
    title = sheet.title
    page = next((t for t in things if t.kind == "Event" and "title" in t.forms), None) if title is not None else None
    if page is None:
        return things
    gone = set()
    for thing in things:
        if thing.kind in BODIES and not thing.rule and _is_of_title(page, thing) and _is_told(sheet, page, thing):
            gone.add(id(thing))
            absorb(page, thing)
    return [t for t in things if id(t) not in gone] if gone else things


def _is_of_title(page: Thing, thing: Thing) -> bool:
    return any(f" {key} " in f" {page.key} " for key in thing.keys)


def _is_told(sheet: Sheet, page: Thing, thing: Thing) -> bool:
    """Whether the text has an article before the name wherever it stands, and tells of a gathering at least once."""
    titled = {spot[0] for spot in page.spots if sheet.title is not None and spot[0] == sheet.title.index}
    said = [spot for spot in thing.spots if spot[0] not in titled]
    return bool(said) and all(_has_article(sheet, s) for s in said) and any(_is_gathering(sheet, s) for s in said)


def _has_article(sheet: Sheet, spot: Spot) -> bool:
    index, i, _ = spot
    lows = sheet.lines[index].lows
    return lows[i] in _ARTICLES or (i > 0 and lows[i - 1] in _ARTICLES)


def _is_gathering(sheet: Sheet, spot: Spot) -> bool:
    index, i, j = spot
    line = sheet.lines[index]
    a, z = line.sentences[line.sentence[i]]
    begin = i if i > a and line.lows[i - 1] in _ARTICLES else i + 1
    before = line.text(a, begin) if begin > a else ""
    behind = line.text(j, z).lower() if j < z else ""
    if behind.startswith("op "):
        return STARTS_DATED.match(behind[3:]) is not None
    return _BEFORE.search(before) is not None or behind.startswith(_BEHIND)
