"""Founders of what the sentences around tell of: ``Oprichter P``, ``Zij richtten X op``, ``Bedacht door P``."""

from __future__ import annotations

import re

from ingest.extract.founding_clauses import add_they_set_up, add_who_set_up
from ingest.extract.links import Key, Link, keep
from ingest.extract.role_topics import is_sure, topic_before, topic_of_heading
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line

_LIKELY = 0.85
_WHY = "oprichter"
_FOUNDER = frozenset(
    "oprichter oprichtster medeoprichter mede-oprichter medeoprichtster grondlegger grondlegster bedenker "
    "bedenkster".split()
)
# "P, een van de twee oprichters, …": behind a name, and not of a body that is named there.
_ONE_OF = re.compile(
    r"^, (?:een|één) van de (?:[\w-]+ )?(?:oprichters|initiatiefnemers|grondleggers)(?! van| achter)\b"
)
_BY = re.compile(
    r"^(?:(?:bedacht|begonnen|opgezet|opgericht|gestart) door|(?:dat|het|dit) (?:was|is|kwam) (?:het|een) idee van"
    r"|het idee (?:kwam|komt|is|was) (?:[\w’'-]+ ){0,4}?van"
    r"|(?:het|dit|de|deze|onze)(?: [\w-]+)? (?:is|werd|was) (?:[\w’'-]+ ){0,4}?"
    r"(?:gestart|opgericht|begonnen|opgezet|bedacht) door"
    r"|(?:opgericht|gestart|begonnen|bedacht|opgezet) (?:is|werd|was) (?:het|de [\w-]+|het [\w-]+) door)\b",
    re.IGNORECASE,
)
# "P, die er in 2014 mee begon".
_WITH_IT = re.compile(r"^, die (?:er|daar) (?:[\w’'-]+ ){0,4}?mee (?:begon|begonnen|startte|startten)\b")
# "begonnen het in 2021", not "begonnen het gesprek".
_IT = re.compile(r"^ (?:het|dit) (?:in (?:19|20)\d\d|samen|ooit|vorig jaar|\w+ jaar geleden)\b")
_BEGAN = ("begon", "begonnen", "bedacht", "bedachten", "startte", "startten")

# What a label says of all people behind it.
_LABEL = re.compile(
    r"(?:mede-?)?(?:oprichters?|oprichtster|initiatiefnemers?|initiatiefneemsters?|grondleggers?|bedenkers?)"
    r"|(?:gestart|opgericht|begonnen|bedacht|opgezet) (?:in \d{4} )?door"
)

Held = list[tuple[int, int, int]]
_WORDS = frozenset(
    (*_FOUNDER, "idee", "bedacht", "begonnen", "opgezet", "opgericht", "gestart", "richtte", "richtten", "zette",
     "zetten", "begon", "opzette", "opzetten", "oprichtte", "oprichtten", "startte", "startten", "oprichters",
     "initiatiefnemers", "grondleggers", "wieg", "riep", "riepen", "bedachten")
)  # fmt: skip


def add_founding_topics(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds them where a sentence names the founder and not the initiative, or the other way round."""
    if not scene.counts["Person"] or not scene.counts["Initiative"] or _WORDS.isdisjoint(scene.sheet.counts):
        return
    for (index, number), held in scene.sentences.items():
        line = scene.sheet.lines[index]
        a, z = line.sentences[number]
        if _WORDS.isdisjoint(line.lows[a:z]) and not line.block.label:
            continue
        people = [x for x in held if scene.kinds[x[2]] == "Person"]
        begun = [x for x in held if scene.kinds[x[2]] == "Initiative"]
        if people and not begun:
            _of_topic(scene, found, line, number, people)
        elif begun and people:
            add_who_set_up(scene, found, line, number, begun)
        if begun:
            add_they_set_up(scene, found, line, number, people, begun)


def _of_topic(scene: Scene, found: dict[Key, Link], line: Line, number: int, people: Held) -> None:
    """``Oprichter P``, ``Bedacht door P en Q``, ``P en zus Q begonnen het``."""
    a, z = line.sentences[number]
    text = line.text(a, z)
    by = _BY.search(text)
    labelled = _LABEL.fullmatch((line.block.label or "").strip(" :").lower()) is not None
    for i, j, n in people:
        called = (i > a and line.lows[i - 1] in _FOUNDER) or (j < z and _ONE_OF.match(line.text(j, z)) is not None)
        began = any(line.lows[q] in _BEGAN and _IT.match(line.text(q, z)[len(line.words[q]) :]) for q in range(j, z))
        with_it = _WITH_IT.match(line.text(j, z)) is not None if j < z else False
        said = by is not None and line.begins[i] - line.begins[a] >= by.end()
        if not (said or called or began or with_it or labelled):
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
