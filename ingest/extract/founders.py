"""Who began what: ``opgericht door``, ``zetten X op``, ``riep X in het leven``, ``stond aan de wieg van``."""

from __future__ import annotations

import re

from ingest.extract.kinds import ORGANISATIONS
from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.85
_DONE = "opgericht|begonnen|opgezet|gestart|opgestart|bedacht|geïnitieerd"
_BY = re.compile(rf"\b(?:(?:{_DONE}) door|initiatief van)\b")
_VERB = re.compile(
    r"\brichtten?\b(?=.{3,160}\bop\b)|\bzetten?\b(?=.{3,160}\bop\b)|\briep(?:en)?\b(?=.{3,160}\bin het leven\b)"
    r"|\baan de wieg (?:van|gestaan)\b|\b(?:begon|begonnen|begint|startten?)\b"
    r"|\bnam(?:en)? (?:\w+ )?het initiatief tot\b"
    rf"|\b(?:heeft|hebben|had|hadden)\b(?=.{{3,160}}\b(?:{_DONE}|opgeleverd)\b)",
    re.DOTALL,
)
# Without one of these words neither pattern fits.
_WORDS = frozenset(
    "richtte richtten zette zetten riep riepen wieg begon begonnen begint startte startten initiatief opgericht "
    "opgezet gestart opgestart bedacht geïnitieerd opgeleverd heeft hebben had hadden".split()
)
_CRADLE = "aan de wieg"
_THEY_BEGAN = re.compile(
    r"\b(?:is|zijn|heeft|hebben) (?:\w+ )?(?:het|zij|ze|hij) (?:\w+ ){0,2}?(?:gestart|begonnen) met\b"
    r"|^(?:Het|Zij|Ze|Hij) (?:\w+ )?(?:is|zijn|heeft|hebben) (?:\w+ ){0,2}?(?:gestart|begonnen) met\b"
)
_STARTERS = ("Person", *ORGANISATIONS)
# Tokens between a verb and the subject that stands behind it.
_INVERTED = 3

Held = list[tuple[int, int, int]]


def add_founders(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds who founded or started the initiative that a sentence names."""
    if not scene.counts["Initiative"] or scene.sheet.counts.keys().isdisjoint(_WORDS):
        return
    for (index, number), held in scene.sentences.items():
        started = [x for x in held if scene.kinds[x[2]] == "Initiative"]
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if not started or _WORDS.isdisjoint(line.lows[a:z]):
            continue
        starters = [x for x in held if scene.kinds[x[2]] in _STARTERS]
        if len(started) == 1 and starters[0] == started[0]:
            _they(scene, found, line, number, started[0])
        if len(starters) < 2:
            continue
        text = line.text(a, z)
        by, verb = _BY.search(text), _VERB.search(text)
        if by is not None:
            at = line.token_at(line.begins[a] + by.start())
            _by(scene, found, line, at, starters, started)
        elif verb is not None:
            at = line.token_at(line.begins[a] + verb.start())
            _did(scene, found, line, at, starters, started, cradle=_CRADLE in text)


def _by(scene: Scene, found: dict[Key, Link], line: Line, at: int, starters: Held, started: Held) -> None:
    """``X, opgezet door A en B``."""
    for x in [x for x in started if x[0] < at][-1:]:
        for y in starters:
            if y[0] > at and y[2] != x[2]:
                _add(scene, found, line, y, x)


def _they(scene: Scene, found: dict[Key, Link], line: Line, number: int, started: tuple[int, int, int]) -> None:
    """``Ook is het gestart met X``: the first body of the sentence before began X."""
    match = _THEY_BEGAN.search(line.text(*line.sentences[number]))
    before = scene.sentences.get((line.index, number - 1), ()) if match is not None else ()
    starter = next((x for x in before if scene.kinds[x[2]] in ORGANISATIONS), None)
    if starter is not None and starter[2] != started[2]:
        keep(found, Link("STARTED", starter[2], started[2], _LIKELY, "oprichter", (line.index, started[0], started[1])))


def _did(
    scene: Scene, found: dict[Key, Link], line: Line, at: int, starters: Held, started: Held, *, cradle: bool
) -> None:
    """``A en B zetten X op``; of what is started the first one behind the verb and its subject counts."""
    subjects = [y for y in starters if y[0] < at]
    behind = [x for x in started if x[0] > at]
    bodies = [y for y in subjects if scene.kinds[y[2]] != "Person"]
    inverted = [y for y in starters if at < y[0] <= at + _INVERTED]
    rest = [x for x in behind if inverted and x[0] >= inverted[0][1]]
    # "P richtte X op": what stands behind the verb alone is no subject.
    if not bodies and rest:
        subjects += inverted[:1]
        behind = rest
    people = [y for y in starters if scene.kinds[y[2]] == "Person" and (cradle or not behind or y[0] < behind[0][0])]
    for x in behind[:1]:
        for y in {*subjects, *people}:
            if y[2] != x[2]:
                _add(scene, found, line, y, x)


def _add(
    scene: Scene, found: dict[Key, Link], line: Line, starter: tuple[int, int, int], started: tuple[int, int, int]
) -> None:
    i, j, n = starter
    kind = "FOUNDED" if scene.kinds[n] == "Person" else "STARTED"
    keep(found, Link(kind, n, started[2], _LIKELY, "oprichter", (line.index, i, j)))
