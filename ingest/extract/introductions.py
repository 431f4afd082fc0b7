"""What introduces a line: its label, the words before its first colon, the lead sentence or the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.extract.scene import Scene
from ingest.extract.structure import HEADINGS
from ingest.extract.tokens import Line

_CUES = (
    ("absent", "afwezig|niet aanw|afgemeld|afmelding|verhinder|afbericht"),
    ("present", "aanwezig|present"),
    ("board", r"bestuur|achter de tafel|directie"),
    ("watch", "toezicht|commissaris"),
    ("team", r"team|medewerker|wie (?:is|doet|zijn|zitten|werk)|kerngroep|stuurgroep|staf\b"),
    ("members", r"leden\b|samenstelling|raad\b|raden\b|commissie|werkgroep"),
    ("speakers", "spreker|inleid|gasten|te gast|podium|panel|workshop|programma|aan het woord|opening|gesprek"),
    ("joined", "deelnemer|deelnem|aangesloten|sluiten|doen mee|meedoen|nieuwe"),
    ("together", "partner|samenwerk|samen met|mogelijk gemaakt|mede dankzij"),
    ("contact", "contact|inlichting|aanmeld|informatie|vragen|redactie|tekst|foto"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(words)) for name, words in _CUES)
_LEAD_WORDS = 8
_LONGEST = 160
_ALONE = 3
_NONE: frozenset[str] = frozenset()


def introduced_by(scene: Scene, line: Line) -> frozenset[str]:
    """What the words that introduce a line speak of: ``present``, ``board``, ``members`` …; empty when of nothing."""
    found = scene.introduced.get(line.index)
    return (found or _introduction(scene, line))[1]


def introduction(scene: Scene, line: Line) -> str:
    """The nearest words that introduce a line and speak of something, in lower case."""
    return _introduction(scene, line)[0]


def _introduction(scene: Scene, line: Line) -> tuple[str, frozenset[str]]:
    found = scene.introduced.get(line.index)
    if found is None:
        found = scene.introduced[line.index] = _first_that_says(scene, line)
    return found


def _first_that_says(scene: Scene, line: Line) -> tuple[str, frozenset[str]]:
    for text, _ in texts_above(scene, line):
        cues = _cues_of(text)
        if cues:
            return text, cues
    return "", _NONE


@lru_cache(maxsize=8_192)
def _cues_of(text: str) -> frozenset[str]:
    found = {name for name, pattern in _PATTERNS if pattern.search(text)}
    return frozenset(found - {"present"} if "absent" in found else found) if found else _NONE


def texts_above(scene: Scene, line: Line) -> Iterator[tuple[str, Line]]:
    """What introduces a line, in lower case, and the line in which it stands; from near to far."""
    if line.block.label:
        yield line.block.label.lower(), line
    if ":" in line.lows[: _LEAD_WORDS + 1]:
        yield " ".join(line.lows[: line.lows.index(":")]), line
    lead = scene.sheet.lead_of(line)
    if lead is not None and lead.sentences:
        yield lead.text(*lead.sentences[-1]).lower()[-_LONGEST:], lead
    if line.block.kind in HEADINGS and _is_name_alone(scene, line):
        above = _above(scene, line)
        yield above.block.text.lower()[-_LONGEST:], above
    heading = scene.sheet.heading_of(line)
    if heading is not None:
        yield heading.block.text.lower()[-_LONGEST:], heading


def _above(scene: Scene, line: Line) -> Line:
    """What stands above names that stand alone below one another."""
    order = scene.sheet.order
    at = scene.place_of(line)
    while at > 0 and _is_name_alone(scene, order[at]):
        at -= 1
    return order[at]


def _is_name_alone(scene: Scene, line: Line) -> bool:
    held = scene.sentences.get((line.index, 0), ())
    return len(held) == 1 and len(line.words) - (held[0][1] - held[0][0]) <= _ALONE
