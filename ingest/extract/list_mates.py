"""Names of one enumeration or list speak for each other: beside organisations stands mostly one more."""

from __future__ import annotations

import math
from collections import defaultdict

from ingest.extract.candidates import Pool
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line
from ingest.extract.words import ARTICLES

# How much the others of a list weigh against what a name's own evidence says.
_OTHERS = 0.7
_LEAST = 2
_RATHER = 0.5
_MOST = 0.95
_ENDS = frozenset((":", "(", "–", "-", ",", "|", ";"))
_FORMS = frozenset(("cap", "head"))
_ITEMS = ("item", "row")

Chances = dict[str, float]


def weigh_lists(sheet: Sheet, pool: Pool, chances: dict[str, Chances], kinds: tuple[str, ...]) -> None:
    """Makes these kinds likelier, in the chances of every candidate, where the others of its list are of them."""
    listing = {line.index for line in sheet.order if line.lists or line.block.kind in _ITEMS}
    if not listing:
        return
    ends: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for key, candidate in pool.by_key.items():
        for mention in candidate.mentions:
            if mention.line in listing and mention.form in _FORMS:
                ends[(mention.line, mention.i)].append((mention.j, key))
    raised: dict[str, float] = {}
    for keys in _groups(sheet, ends):
        members = [key for key in dict.fromkeys(keys) if key in chances]
        if len(members) < _LEAST:
            continue
        own = [sum(chances[key].get(kind, 0.0) for kind in kinds) for key in members]
        for key, chance in zip(members, own, strict=True):
            others = (sum(own) - chance) / (len(members) - 1)
            if others > _RATHER and chances[key]:
                raised[key] = max(raised.get(key, 0.0), _OTHERS * _logit(min(others, _MOST)))
    for key, weight in raised.items():
        chances[key] = _raised(chances[key], weight, kinds)


def _groups(sheet: Sheet, ends: dict[tuple[int, int], list[tuple[int, str]]]) -> list[list[str]]:
    """The names of each enumeration, and those with which the items of a list begin."""
    groups: list[list[str]] = []
    items: dict[tuple[int, int], list[str]] = defaultdict(list)
    for line in sheet.order:
        groups += [[_whole(line, i, j, ends) for i, j in runs] for runs in line.lists if len(runs) >= _LEAST]
        if line.block.kind in _ITEMS:
            items[(line.block.section, line.block.lead)].append(_beginning(line, ends))
    return [[key for key in keys if key] for keys in (*groups, *items.values())]


def _whole(line: Line, i: int, j: int, ends: dict[tuple[int, int], list[tuple[int, str]]]) -> str:
    """The candidate that is all of a stretch, but for an article."""
    for start in (i, i + 1) if line.lows[i] in ARTICLES else (i,):
        found = next((key for end, key in ends.get((line.index, start), ()) if end == j), "")
        if found:
            return found
    return ""


def _beginning(line: Line, ends: dict[tuple[int, int], list[tuple[int, str]]]) -> str:
    """The longest candidate with which an item begins and behind which it ends or breaks off."""
    n = len(line.words)
    for start in (0, 1) if n and line.lows[0] in ARTICLES else (0,):
        found = [x for x in ends.get((line.index, start), ()) if x[0] == n or line.words[x[0]] in _ENDS]
        if found:
            return max(found)[1]
    return ""


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _raised(chances: Chances, weight: float, kinds: tuple[str, ...]) -> Chances:
    factor = math.exp(weight)
    told = {kind: chance * factor if kind in kinds else chance for kind, chance in chances.items()}
    total = math.fsum(told.values())
    return {kind: chance / total for kind, chance in told.items()}
