"""Fields of organisations and series: form, sector, own address on the web, rhythm."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.reading import Property, Quote

_FORMED = frozenset(("Initiative", "Partner"))
_FORM_CLASSES = {"Initiative": frozenset(("init",)), "Partner": frozenset(("part", "init"))}
_SECTOR = re.compile(
    r"\s*\(((?:ouderenzorg|gehandicaptenzorg|ggz|thuiszorg|jeugdzorg|verpleeghuiszorg|geestelijke gezondheidszorg|"
    r"kraamzorg|verslavingszorg|maatschappelijke opvang)(?:(?:,| en) \w+)?)\)",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\b(?:(?:één|een|twee|drie|vier|eens) (?:keer )?per (?:week|maand|kwartaal|jaar)|"
    r"elke (?:\w+ )?(?:\w+dag|week|maand)|"
    r"wekelijkse?|maandelijkse?|tweemaandelijkse?|(?:half)?jaarlijkse?)\b",
    re.IGNORECASE,
)


def body_properties(scene: Scene, n: int) -> list[Property]:
    """The fields of an organisation or series with their quotes, each field once."""
    kind = scene.kinds[n]
    if kind != "EventSeries" and kind not in ORGANISATIONS:
        return []
    found: dict[str, Property] = {}
    for a, _, i, j in scene.spots[n]:
        line = scene.sheet.lines[a]
        for told in [_rhythm(line, i)] if kind == "EventSeries" else _of_body(line, kind, i, j):
            if told is not None:
                found.setdefault(told.field, told)
    return list(found.values())


def _rhythm(line: Line, i: int) -> Property | None:
    a, z = line.sentences[line.sentence[i]]
    rhythm = _RHYTHM.search(line.block.text, line.begins[a], line.ends[z - 1])
    return Property("rhythm", rhythm[0], _quote(line, rhythm.start(), rhythm.end()), 0.75) if rhythm else None


def _of_body(line: Line, kind: str, i: int, j: int) -> list[Property | None]:
    found = [_form(line, kind, i) if kind in _FORMED else None]
    if kind == "CareOrganisation":
        sector = _SECTOR.match(line.block.text, line.ends[j - 1])
        if sector:
            found.append(Property("sector", sector[1], _quote(line, sector.start(1), sector.end(1))))
    for link in line.block.links:
        if link.target.startswith(("http://", "https://")) and link.text.strip() == line.text(i, j):
            found.append(Property("url", link.target, Quote(*line.quote(i, j)), 0.8))
    return found


def _form(line: Line, kind: str, i: int) -> Property | None:
    """The noun that heads the name (``zorgcoöperatie X``), within it or before it."""
    for q in (i, i - 1):
        if q >= 0 and not _FORM_CLASSES[kind].isdisjoint(line.classes[q]) and line.lows[q].isalpha():
            return Property("form", line.lows[q], _quote(line, line.begins[q], line.ends[q]), 0.8)
    return None


def _quote(line: Line, start: int, end: int) -> Quote:
    return Quote(*line.block.span(start, end))
