"""How sure a link is: its score set against how frequently such links were right on layouts that were not trained on.

The weights (``weights/confidence.tsv``: feature, tab, weight) were fitted on the links of annotated pages when each of
them, and all pages of its set, was left out. A second table shapes the chance that comes out: what is right seven
times out of ten stands on the line of publication (0.5), so that what is shown can be trusted. What a rule states has
no other line (on pages that nobody had seen, of those below it fewer than half were right), but for a few plain turns
of phrase that too few pages show for their chance to be measured: these are shown from an even chance on.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from ingest.extract.links import LEAST, MODEL, Link
from ingest.extract.scene import Scene

_WEIGHTS = Path(__file__).parent / "weights" / "confidence.tsv"
_LEAST_CHANCE, _MOST_CHANCE = 0.01, 0.99
# Chance to confidence: below the first pair nothing is told, the second is the line of publication.
_HARDLY, _SHOWN = 0.33, 0.7
SHAPE = ((0.0, 0.0), (_HARDLY, LEAST), (_SHOWN, 0.5), (1.0, 1.0))
Shape = Sequence[tuple[float, float]]
_MOST_RIVALS = 3
_PLAIN = frozenset(("oprichter", "te gast bij", "te gast in", "verbinding", "werkt samen met", "is een vervolg op"))
_SELDOM = ("STARTED", "FOLLOWS_UP")
_EVEN, _LINE = 0.5, 0.5

Chances = Mapping[str, float]


@cache
def shipped() -> Chances:
    """The shipped weights."""
    rows = (line.split("\t") for line in _WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {feature: float(weight) for feature, weight in rows}


def calibrate(scene: Scene, links: Sequence[Link], weights: Chances) -> list[Link]:
    """The links whose score is worth telling, with their shaped confidence."""
    kept = []
    for link, evidence in _weighing(scene, links):
        if link.confidence < LEAST:
            continue
        features = evidence()
        chance = chance_of(features, weights)
        if chance >= _HARDLY:
            link.confidence = _confidence(features, chance)
            kept.append(link)
    return kept


def is_told(features: Mapping[str, float], weights: Chances) -> bool:
    """Whether a link is worth telling: at least one out of three such links is right."""
    return chance_of(features, weights) >= _HARDLY


def confidence_of(features: Mapping[str, float], weights: Chances) -> float:
    """The confidence of a link that is told."""
    return _confidence(features, chance_of(features, weights))


def _confidence(features: Mapping[str, float], chance: float) -> float:
    return max(_LINE if chance >= _EVEN and "plain" in features else LEAST, shaped(chance))


def chance_of(features: Mapping[str, float], weights: Chances) -> float:
    """The chance that a link with these features is right."""
    score = math.fsum([weights[feature] * value for feature, value in features.items() if feature in weights])
    return 1 / (1 + math.exp(-score))


def shaped(chance: float, shape: Shape = SHAPE) -> float:
    """The confidence of a chance, on straight lines between the points of a shape: (chance, confidence), rising."""
    for (low, under), (high, over) in pairwise(shape):
        if chance <= high:
            return under + (over - under) * (chance - low) / (high - low)
    return 1.0


def evidence_of(scene: Scene, links: Sequence[Link]) -> Iterator[dict[str, float]]:
    """What tells how sure each link is: score, kind, rule, ends, and the links beside it."""
    return (evidence() for _, evidence in _weighing(scene, links))


def _weighing(scene: Scene, links: Sequence[Link]) -> Iterator[tuple[Link, Callable[[], dict[str, float]]]]:
    """Each link with what works out its evidence, beside all links of the page."""
    of_subject: dict[tuple[str, int], list[float]] = defaultdict(list)
    of_object: dict[tuple[str, int], list[float]] = defaultdict(list)
    for link in links:
        of_subject[(link.kind, link.subject)].append(link.confidence)
        of_object[(link.kind, link.object)].append(link.confidence)
    for others in (*of_subject.values(), *of_object.values()):
        others.sort()
    places = _Places(scene)
    for link in links:
        beside, towards = of_subject[(link.kind, link.subject)], of_object[(link.kind, link.object)]
        yield link, partial(_evidence, scene, link, beside, towards, places)


class _Places(dict[int, set[tuple[int, int]]]):
    """The sentences in which each thing stands, gathered when it is first asked for."""

    def __init__(self, scene: Scene) -> None:
        self._spots = scene.spots

    def __missing__(self, n: int) -> set[tuple[int, int]]:
        self[n] = {(line, sentence) for line, sentence, _, _ in self._spots[n]}
        return self[n]


def _evidence(
    scene: Scene, link: Link, beside: list[float], towards: list[float], places: _Places
) -> dict[str, float]:  # fmt: skip
    kind, score = link.kind, _logit(link.confidence)
    subject, object = scene.things[link.subject], scene.things[link.object]
    a, c = _logit(subject.confidence), _logit(object.confidence)
    alike, rivalled = math.log(len(beside)), math.log(len(towards))
    together = not places[link.subject].isdisjoint(places[link.object])
    found = {
        "constant": 1.0, "score": score, kind: 1.0, f"score:{kind}": score, "subject": a, "object": c,
        "weakest": min(a, c), f"ends={subject.kind}>{object.kind}": 1.0, f"{kind}:{subject.kind}>{object.kind}": 1.0,
        "beside": alike, f"beside:{kind}": alike, "towards": rivalled, f"towards:{kind}": rivalled,
        "subject:said": math.log(1 + len(scene.spots[link.subject])),
        "object:said": math.log(1 + len(scene.spots[link.object])),
    }  # fmt: skip
    for name, rivals in (("beside", beside), ("towards", towards)):
        better = min(len(rivals) - bisect_right(rivals, link.confidence), _MOST_RIVALS)
        found[f"{name}:better={better}"] = found[f"{name}:{kind}:better={min(better, 2)}"] = 1.0
    if together:
        found |= {"together": 1.0, f"together:{kind}": 1.0}
    if link.why != MODEL:
        found |= {"rule": 1.0, "rule:subject": a, "rule:object": c, f"rule:{kind}:{_rule(link.why)}": 1.0}
    if link.framed:
        found |= {"rule:phrase": 1.0, f"rule:phrase:{kind}": 1.0}
    if link.role:
        found[f"role:{kind}"] = 1.0
    if link.why in _PLAIN or (link.framed and kind in _SELDOM):
        found["plain"] = 0.0  # no evidence of its own
    return found


def _rule(why: str) -> str:
    """A short name of a rule, so that turns of phrase of one kind count together."""
    return " ".join(why.split()[:3])


def _logit(chance: float) -> float:
    if chance < _LEAST_CHANCE:
        chance = _LEAST_CHANCE
    elif chance > _MOST_CHANCE:
        chance = _MOST_CHANCE
    return math.log(chance / (1 - chance))
