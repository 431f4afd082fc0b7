"""Founders of what the sentences around tell of: ``Oprichter P``, ``Zij richtten X op``, ``Bedacht door P``."""

from __future__ import annotations

import re

from ingest.extract.links import Key, Link, keep
from ingest.extract.offices import people_before
from ingest.extract.role_topics import is_sure, topic_before, topic_of_heading
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.85
_WHY = "oprichter"
_FOUNDER = frozenset(
    "oprichter oprichtster medeoprichter mede-oprichter medeoprichtster grondlegger grondlegster bedenker "
    "bedenkster".split()
)
_BY = re.compile(
    r"^(?:(?:bedacht|begonnen|opgezet|opgericht|gestart) door|(?:dat|het|dit) (?:was|is|kwam) (?:het|een) idee van"
    r"|het idee (?:kwam|komt|is|was) van"
    r"|(?:het|dit|de|deze|onze)(?: [\w-]+)? (?:is|werd|was) (?:[\w’'-]+ ){0,4}?"
    r"(?:gestart|opgericht|begonnen|opgezet|bedacht) door"
    r"|(?:opgericht|gestart|begonnen|bedacht|opgezet) (?:is|werd|was) (?:het|de [\w-]+|het [\w-]+) door)\b",
    re.IGNORECASE,
)
# "P, die er in 2014 mee begon".
_WITH_IT = re.compile(r"^, die (?:er|daar) (?:[\w’'-]+ ){0,4}?mee (?:begon|begonnen|startte|startten)\b")
_THEY = frozenset(("zij", "ze", "hij"))
_SET_UP = re.compile(
    r"\brichtten? (?=.{3,120}\bop\b)|\bzetten? (?=.{3,120}\bop\b)|"
    r"\bbegon(?:nen)? (?:(?:zij|ze|hij|daarom|toen|samen|zelf) ){0,2}(?=[A-ZÀ-Ý’'])",
    re.DOTALL,
)
_WHO_SET_UP = frozenset("opzette opzetten oprichtte oprichtten begon startte bedacht".split())
# "begonnen het in 2021", not "begonnen het gesprek".
_IT = re.compile(r"^ (?:het|dit) (?:in (?:19|20)\d\d|samen|ooit|vorig jaar|\w+ jaar geleden)\b")
_BEGAN = ("begon", "begonnen", "bedacht", "bedachten", "startte", "startten")
_BACK = 2

Held = list[tuple[int, int, int]]
_WORDS = frozenset(
    (*_FOUNDER, "idee", "bedacht", "begonnen", "opgezet", "opgericht", "gestart", "richtte", "richtten", "zette",
     "zetten", "begon", "opzette", "opzetten", "oprichtte", "oprichtten", "startte")
)  # fmt: skip


def add_founding_topics(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds them where a sentence names the founder and not the initiative, or the other way round."""
    if not scene.counts["Person"] or not scene.counts["Initiative"] or _WORDS.isdisjoint(scene.sheet.counts):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _WORDS.isdisjoint(line.lows[a:z]):
            continue
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        begun = [x for x in held if scene.kinds[x[2]] == "Initiative"]
        if people and not begun:
            _of_topic(scene, found, line, number, people)
        elif begun and people:
            _who_set_up(scene, found, line, people, begun)
        if begun:
            _they(scene, found, line, number, people, begun)


def _of_topic(scene: Scene, found: dict[Key, Link], line: Line, number: int, people: Held) -> None:
    """``Oprichter P``, ``Bedacht door P en Q``, ``P en zus Q begonnen het``."""
    a, z = line.sentences[number]
    text = line.text(a, z)
    by = _BY.search(text)
    for i, j, n in people:
        called = i > a and line.lows[i - 1] in _FOUNDER
        began = any(line.lows[q] in _BEGAN and _IT.match(line.text(q, z)[len(line.words[q]) :]) for q in range(j, z))
        with_it = _WITH_IT.match(line.text(j, z)) is not None if j < z else False
        said = by is not None and line.begins[i] - line.begins[a] >= by.end()
        if not (said or called or began or with_it):
            continue
        owner = _initiative(scene, line, number)
        if owner is not None:
            keep(found, Link("FOUNDED", n, owner, _LIKELY, _WHY, (line.index, max(a, i - 1), j)))


def _initiative(scene: Scene, line: Line, number: int) -> int | None:
    """The initiative of the heading above, of the sentences before, else the page's own."""
    top = scene.top.get("Initiative")
    own = top if top is not None and is_sure(scene, top) else None
    for n in (topic_of_heading(scene, line), topic_before(scene, line, number), own):
        if n is not None:
            return n if scene.kinds[n] == "Initiative" else None
    return None


def _who_set_up(scene: Scene, found: dict[Key, Link], line: Line, people: Held, begun: Held) -> None:
    """``P, die in O X opzette``."""
    for i, j, n in people:
        if line.lows[j : j + 2] != [",", "die"]:
            continue
        behind = next((x for x in begun if x[0] > j), None)
        if behind is not None and not _WHO_SET_UP.isdisjoint(line.lows[behind[1] : behind[1] + 1]):
            keep(found, Link("FOUNDED", n, behind[2], _LIKELY, _WHY, (line.index, i, behind[1])))


def _they(scene: Scene, found: dict[Key, Link], line: Line, number: int, people: Held, begun: Held) -> None:
    """``Zij … richtten X op``, ``richtte zij, samen met P, X op``: who the sentence before names."""
    a, z = line.sentences[number]
    match = _SET_UP.search(line.text(a, z))
    if match is None:
        return
    verb = line.token_at(line.begins[a] + match.start())
    started = next((x for x in begun if x[0] > verb), None)
    pronoun = next((q for q in range(a, min(z, verb + 2)) if line.lows[q] in _THEY), None)
    if started is None or pronoun is None or any(x[1] <= verb for x in people):
        return
    founders = people_before(scene, line, number, _BACK)
    if not founders or line.lows[verb].endswith("en") != (len(founders) > 1):
        return
    for n in (*founders, *(n for i, _, n in people if verb < i < started[0])):
        keep(found, Link("FOUNDED", n, started[2], _LIKELY, _WHY, (line.index, a, started[1])))
