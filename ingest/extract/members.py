"""Who belongs to what: ``A, B en C zijn lid van O``, ``A sloot zich aan bij O``, ``O telt leden, waaronder A en B``."""

from __future__ import annotations

import re

from ingest.extract.kinds import OWNERS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import BODIES, Scene
from ingest.extract.spans import list_of
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

_LIKELY = 0.8
_BOND = re.compile(
    r"\b(?:lid(?: geworden)? van|aangesloten bij|deel uit van|toegetreden tot|"
    r"(?:sloot|sloten|sluit|sluiten) zich (?:\w+ ){0,3}aan bij)\b"
)
_JOINS = re.compile(r"\b(?:doet|doen|deed|deden) (?:[\w’'-]+ ){0,9}?(?P<with>mee (?:met|aan|in|bij))\b")
_AMONG = re.compile(r"\b(?:leden|deelnemers|aangeslotenen)\b.{0,40}?\b(?:waaronder|onder wie|onder meer|zoals)\b")
_ARE = re.compile(r"\b(?:leden|deelnemers) van (?P<of>.{3,90}?) zijn\b")
# Without one of these words none of the patterns fits.
_WORDS = frozenset(
    "lid mee aangesloten deel toegetreden sloot sloten sluit sluiten leden deelnemers aangeslotenen".split()
)

Held = list[tuple[int, int, int]]


def add_members(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds memberships that a sentence states, of each of an enumeration."""
    if scene.sheet.counts.keys().isdisjoint(_WORDS):
        return
    for (index, number), held in scene.sentences.items():
        if len(held) < 2:
            continue
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _WORDS.isdisjoint(line.lows[a:z]):
            continue
        text = line.text(a, z)
        for match in _BOND.finditer(text):
            _bond(scene, found, line, held, *_tokens(line, a, match))
        for match in _JOINS.finditer(text):
            _bond(scene, found, line, held, *_tokens(line, a, match, "with"))
        for pattern in (_AMONG, _ARE):
            among = pattern.search(text)
            if among is not None:
                _among(scene, found, line, held, *_tokens(line, a, among))


def _tokens(line: Line, a: int, match: re.Match[str], part: str | int = 0) -> tuple[int, int]:
    """The first token of a match or of a part of it, and the one behind its last."""
    offset = line.begins[a]
    return line.token_at(offset + match.start(part)), line.token_at(offset + match.end(part) - 1) + 1


def _bond(scene: Scene, found: dict[Key, Link], line: Line, held: Held, start: int, end: int) -> None:
    """The body right behind the phrase is joined by the nearest one before it, with all of its enumeration."""
    owner = next(
        (x for x in held if end <= x[0] <= end + _skip(line, end) and scene.kinds[x[2]] in ("Partner", "Movement")),
        None,
    )
    before = [x for x in held if x[1] <= start and scene.kinds[x[2]] in (*BODIES, "Person")]
    if owner is None or not before or scene.kinds[before[-1][2]] == "Person":
        return
    nearest = before[-1]
    runs = list_of(line, nearest[0])
    members = [x for x in before if runs is not None and list_of(line, x[0]) is runs] or [nearest]
    for i, _, n in members:
        if n != owner[2] and scene.kinds[n] in OWNERS:
            keep(found, Link("MEMBER_OF", n, owner[2], _LIKELY, "lid van", (line.index, i, owner[1])))


def _skip(line: Line, at: int) -> int:
    """How many tokens behind a phrase its object may begin."""
    return 1 if at < len(line.lows) and line.lows[at] in ARTICLES else 0


def _among(scene: Scene, found: dict[Key, Link], line: Line, held: Held, start: int, end: int) -> None:
    """The bodies behind ``waaronder`` belong to the one that is named before or within the phrase."""
    owner = next((x for x in reversed(held) if x[1] <= end and scene.kinds[x[2]] == "Partner"), None)
    if owner is None or any(owner[1] <= x[0] < start and scene.kinds[x[2]] in BODIES for x in held):
        return
    for i, _, n in held:
        if i >= end and scene.kinds[n] in OWNERS:
            keep(found, Link("MEMBER_OF", n, owner[2], _LIKELY, "onder de leden", (line.index, owner[0], i + 1)))
