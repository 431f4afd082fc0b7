"""What each candidate is, and which of the overlapping ones stand: page-level scores, then the best cover of a line."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter

from ingest.extract.candidates import Candidate, Pool
from ingest.extract.list_mates import weigh_lists
from ingest.extract.model import UNIT, LogLinear, Scores, softmax
from ingest.extract.structure import Sheet

NONE = "none"
ORGANISATIONS = ("Partner", "CareOrganisation", "Initiative")
# Whatever people can have a role in.
OWNERS = (*ORGANISATIONS, "ClientCouncil")
# Leaning towards naming a thing: ends that are missing cost more links than ends that are weak.
BIAS = 1.4
# A title that is taken for no gathering costs all links of its page.
_TITLE_LEAN = 0.8
# A stretch counts at most this much, so that one sure short name does not beat the longer one that holds it …
_MOST = 2.5
# … and every word covered beyond the first counts this much.
_PER_WORD = 0.9
# Two stretches that touch cost this much.
_TOUCHING = 2.0
# Nats by which nothing beats every kind of thing when a candidate need not be looked at further.
_HOPELESS = 4
_TINY = 1e-6

Spot = tuple[int, int, int]


@dataclass(slots=True)
class Thing:
    """A thing found on the page, before it is told: its kind, keys of all its forms, and where it stands.

    ``spots`` are (line, i, j); ``names`` its forms with how frequently they stand.
    """

    kind: str
    key: str
    name: str
    confidence: float
    spots: list[Spot]
    keys: list[str] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    forms: frozenset[str] = frozenset()
    rule: str = ""
    is_page: bool = False
    within: str = ""
    scores: dict[str, float] = field(default_factory=dict)


def classify(candidates: list[Candidate], model: LogLinear) -> list[dict[str, float]]:
    """The probability of every kind for each candidate, a sure rule's weight added; empty when it is surely nothing."""
    classes, nothing = model.classes, model.classes.index(NONE)
    told = []
    for scores, candidate in zip(model.scores(c.features for c in candidates), candidates, strict=True):
        if candidate.rule is not None:
            scores = _ruled(classes, scores, *candidate.rule)
        hopeless = max(scores) == scores[nothing] and _leads_by(scores, nothing) > _HOPELESS * UNIT
        told.append({} if hopeless else dict(zip(classes, softmax(scores), strict=True)))
    return told


def _leads_by(scores: Scores, first: int) -> int:
    """By how much the first of some scores is above all others."""
    return scores[first] - max(scores[:first] + scores[first + 1 :])


def _ruled(classes: tuple[str, ...], scores: Scores, kinds: tuple[str, ...], weight: float) -> Scores:
    """The scores with the weight of a rule for some kinds."""
    added = round(weight * UNIT)
    return tuple([score + added if kind in kinds else score for kind, score in zip(classes, scores, strict=True)])


def choose(sheet: Sheet, pool: Pool, model: LogLinear, bias: float = BIAS) -> list[Thing]:
    """The things of a page: of overlapping candidates those that cover their line best."""
    best: dict[str, tuple[float, str, float]] = {}
    scores: dict[str, dict[str, float]] = {}
    told = dict(zip(pool.by_key, classify(list(pool.by_key.values()), model), strict=True))
    weigh_lists(sheet, pool, told, ORGANISATIONS)
    for key, chances in told.items():
        if not chances:
            continue
        nothing = chances.pop(NONE)
        chance, kind = max(zip(chances.values(), chances, strict=True))
        odds = math.log(1 - nothing + _TINY) - math.log(nothing + _TINY) + bias + _lean(pool.by_key[key], kind)
        if odds > 0:
            best[key] = (odds, kind, chance)
            scores[key] = chances
    spots = _cover(pool, best)
    things = []
    for key, (_, kind, chance) in best.items():
        if key in spots:
            things.append(_thing(pool.by_key[key], kind, chance, sorted(spots[key]), scores[key]))
    return things


def _lean(candidate: Candidate, kind: str) -> float:
    """How much readier to name a candidate of this kind than its evidence says."""
    return _TITLE_LEAN if kind == "Event" and "title=whole" in candidate.features else 0.0


def _thing(candidate: Candidate, kind: str, chance: float, spots: list[Spot], scores: dict[str, float]) -> Thing:
    return Thing(
        kind, candidate.key, candidate.surface, chance, spots, [candidate.key], dict(candidate.surfaces),
        candidate.forms, scores=scores,
    )  # fmt: skip


def _cover(pool: Pool, best: dict[str, tuple[float, str, float]]) -> dict[str, set[Spot]]:
    spots: dict[str, set[Spot]] = defaultdict(set)
    by_line: dict[int, set[tuple[int, int, str, float]]] = defaultdict(set)
    for key, (odds, _, _) in best.items():
        for mention in pool.by_key[key].mentions:
            if mention.nested:
                spots[key].add((mention.line, mention.i, mention.j))
            else:
                by_line[mention.line].add((mention.j, mention.i, key, odds))
    for index, stretches in by_line.items():
        for rivals in _rivals(stretches):
            # Most stand apart, and one that does stays: its odds are more than even.
            for key, i, j in _best_cover(rivals) if len(rivals) > 1 else [(key, i, j) for j, i, key, _ in rivals]:
                spots[key].add((index, i, j))
    return spots


def _rivals(stretches: set[tuple[int, int, str, float]]) -> list[list[tuple[int, int, str, float]]]:
    """The stretches of a line in groups that neither overlap nor touch one another."""
    if len(stretches) == 1:
        return [list(stretches)]
    groups: list[list[tuple[int, int, str, float]]] = []
    end = -1
    for stretch in sorted(stretches, key=itemgetter(1)):
        if stretch[1] > end:
            groups.append([])
        groups[-1].append(stretch)
        end = max(end, stretch[0])
    return groups


def _best_cover(stretches: list[tuple[int, int, str, float]]) -> list[tuple[str, int, int]]:
    """The stretches of greatest total worth that do not overlap; two that touch are rarely two names."""
    stretches, first = sorted(stretches), min([x[1] for x in stretches])
    size = stretches[-1][0] - first + 1
    # The best cover of the first p tokens: with a stretch that ends right there, and at all.
    ended = [-math.inf] * (size + 1)
    best = [0.0] * (size + 1)
    back: list[tuple[int, str] | None] = [None] * (size + 1)
    ending: dict[int, list[tuple[int, str, float]]] = defaultdict(list)
    for j, i, key, odds in stretches:
        ending[j - first].append((i - first, key, odds))
    for p in range(1, size + 1):
        for i, key, odds in ending.get(p, ()):
            before = max(best[i] if ended[i] < best[i] else -math.inf, ended[i] - _TOUCHING, best[i - 1] if i else 0.0)
            value = before + min(odds, _MOST) + _PER_WORD * (p - i - 1)
            if value > ended[p]:
                ended[p], back[p] = value, (i, key)
        best[p] = best[p - 1] if best[p - 1] > ended[p] else ended[p]
    return [(key, first + i, first + j) for key, i, j in _traced(ended, best, back)]


def _traced(ended: list[float], best: list[float], back: list[tuple[int, str] | None]) -> list[tuple[str, int, int]]:
    chosen = []
    p = len(best) - 1
    touching = False
    while p > 0:
        step = back[p]
        worth = ended[p] - (_TOUCHING if touching else 0.0)
        if step is not None and worth >= best[p - 1] and (ended[p] >= best[p] or touching):
            chosen.append((step[1], step[0], p))
            p, touching = step[0], True
        else:
            p, touching = p - 1, False
    return chosen
