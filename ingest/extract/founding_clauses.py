"""Founders by a clause: ``P, die X in 2015 met haar man Q begon``, ``Samen met P richtte ze X op``."""

from __future__ import annotations

import re

from ingest.extract.links import Key, Link, keep
from ingest.extract.offices import people_before
from ingest.extract.scene import Scene
from ingest.extract.tokens import Line
from ingest.extract.triggers import NEGATION, triggers_in

_LIKELY = 0.85
_WHY = "oprichter"
_SET_UP = frozenset(
    "opzette opzetten oprichtte oprichtten begon begonnen startte startten bedacht bedachten stichtte stichtten".split()
)
# What stands right before the last word of "in het leven riep", "op poten zette", "van de grond tilde".
_ENDING = {
    "riep": "leven", "riepen": "leven", "zette": "poten", "zetten": "poten", "tilde": "grond", "tilden": "grond",
    "kreeg": "grond", "kregen": "grond",
}  # fmt: skip
# A clause that is longer has its verb elsewhere.
_LONGEST = 18
# "met zijn buurvrouw Q".
_WITH = 4
_THEY = frozenset(("zij", "ze", "hij"))
_DONE = "opgericht|opgezet|begonnen|gestart|bedacht"
# What they did with what is named behind it.
_SETTING_UP = re.compile(
    r"\b(?:richtten?|zetten?)\b(?=.{3,120}\bop\b)|\briep(?:en)?\b(?=.{3,120}\bin het leven\b)"
    r"|\b(?:begon(?:nen)?|startten?|bedacht(?:en)?)\b"
    rf"|\b(?:heeft|hebben|had|hadden|is|was|waren|zijn)\b(?=.{{3,120}}\b(?:{_DONE})\b)"
    r"|\b(?:is|was|zijn|waren) (?:ook |zelf |samen )?(?:(?:een|één) van )?(?:de )?(?:[\w-]+ )?"
    r"(?:oprichters?|oprichtster|medeoprichters?|grondleggers?|bedenkers?) van\b"
    r"|\bstond(?:en)?\b(?=.{1,60}\baan de wieg van\b)",
    re.DOTALL,
)
# Who begins at, as or to do something, begins nothing new.
_ELSEWHERE = frozenset("bij als te aan voor over naar waar op".split())
_BEGINNING = ("begon", "begonnen", "startte", "startten")
_MANY = ("zijn", "waren", "hebben", "hadden")
_BACK = 2

Held = list[tuple[int, int, int]]


def add_who_set_up(scene: Scene, found: dict[Key, Link], line: Line, number: int, begun: Held) -> None:
    """Adds who began what a clause behind their name names, and with whom."""
    z = line.sentences[number][1]
    people = [x for x in scene.sentences[line.index, number] if scene.kinds[x[2]] == "Person"]
    for i, j, n in people:
        if line.lows[j : j + 2] != [",", "die"]:
            continue
        verb = _verb(line, j + 2, min(z, j + 2 + _LONGEST))
        if verb is None or triggers_in(line, j, verb) & NEGATION:
            continue
        inside = [x for x in begun if j < x[0] < verb] or [x for x in begun if verb < x[0] <= verb + 2]
        if len({x[2] for x in inside}) != 1:
            continue
        started = inside[0]
        for p, _, m in [(i, j, n), *(x for x in people if j < x[0] <= verb + _WITH + 1)]:
            if m == n or "met" in line.lows[max(j, p - _WITH) : p]:
                keep(found, Link("FOUNDED", m, started[2], _LIKELY, _WHY, (line.index, i, max(started[1], verb + 1))))


def _verb(line: Line, start: int, end: int) -> int | None:
    """Where the clause has the verb that says so."""
    for q in range(start, end):
        low = line.lows[q]
        if low in _SET_UP or (low in _ENDING and line.lows[q - 1] == _ENDING[low]):
            return q
        if low in (",", ";", ":"):
            return None
    return None


def add_they_set_up(scene: Scene, found: dict[Key, Link], line: Line, number: int, people: Held, begun: Held) -> None:
    """Adds who set up what a sentence names when it calls them "zij" or "hij": whom the sentence before names."""
    a, z = line.sentences[number]
    for match in _SETTING_UP.finditer(line.text(a, z)):
        verb = line.token_at(line.begins[a] + match.start())
        started = next((x for x in begun if x[0] > verb), None)
        pronoun = next((q for q in (verb + 1, verb - 1, verb - 2, a) if a <= q < z and line.lows[q] in _THEY), None)
        if started is None or pronoun is None or (pronoun < verb - 2 and not _joined(line, pronoun, verb, people)):
            continue
        between = line.lows[max(verb, pronoun) + 1 : started[0]]
        if line.lows[verb] in _BEGINNING and not _ELSEWHERE.isdisjoint(between):
            continue
        if triggers_in(line, a, z) & NEGATION:
            continue
        with_them = [x for x in people if x[0] < started[0] and _is_companion(line, x, pronoun)]
        if any(x[1] <= verb and x not in with_them for x in people):
            continue
        several = line.lows[verb] in _MANY or line.lows[verb].endswith("en")
        founders = people_before(scene, line, number, _BACK)
        alone = not several or (pronoun < verb and bool(with_them))
        if not founders or alone != (len(founders) == 1):
            continue
        for n in (*founders, *(n for _, _, n in with_them)):
            keep(found, Link("FOUNDED", n, started[2], _LIKELY, _WHY, (line.index, a, started[1])))
        return


def _joined(line: Line, pronoun: int, verb: int, people: Held) -> bool:
    """``Zij en haar zus Q riepen``: whether all between the pronoun and the verb names who did it with them."""
    return line.lows[pronoun + 1] == "en" and any(x[1] == verb and x[0] > pronoun for x in people)


def _is_companion(line: Line, person: tuple[int, int, int], pronoun: int) -> bool:
    """Whether somebody is named as who did it with them: ``met P``, ``met haar man P``, ``en haar zus P``."""
    before = line.lows[max(0, person[0] - _WITH) : person[0]]
    return "met" in before or ("en" in before and person[0] - pronoun <= _WITH + 1)
