"""How sure what passed the gate is: a chance learnt from annotated pages, in a file that can be read.

``confidence.tsv`` holds a weight for each piece of evidence, in four tables: things and links of the model
(``thing``, ``link``), and those of the built-in reader that a reply does not make (``unsaid thing``, ``unsaid link``).
A chance is the logistic function of the sum of the weights. Evidence is what the model says of itself, how near the
ends stand to the quote, whether the built-in reader says the same, and how far this reply can be trusted at all: how
much of it the gate dropped, and how much of it agrees with what the built-in reader is sure of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ingest.extract.confidence import shaped
from ingest.extract.links import LEAST
from ingest.reading import Found, Statement
from ingest.second_reader.agreement import LINE, Agreement
from ingest.second_reader.gate import Link

Features = dict[str, float]
Weights = Mapping[str, Mapping[str, float]]

TABLES = ("thing", "link", "unsaid thing", "unsaid link")
_LEAST, _MOST = 0.02, 0.98
_HIGHEST = 0.99
# Chance to confidence: what is right seven times out of ten stands on the line, for every quote was checked before.
_SHAPE = ((0.0, 0.0), (0.3, LEAST), (0.72, LINE), (1.0, 1.0))
# A quote with one of these says perhaps the opposite of its link, or that it is over or only planned.
_TURNING = re.compile(
    r"\b(?:niet|geen|nooit|noch|zonder|voorheen|vroeger|voormalig\w*|gestopt|stopte|opgeheven|zou|zouden|wil|willen|"
    r"misschien|mogelijk|wellicht|overweegt|overwegen|plannen|ooit)\b",
    re.IGNORECASE,
)


@cache
def shipped() -> Weights:
    """The shipped weights, by table."""
    tables: dict[str, dict[str, float]] = {name: {} for name in TABLES}
    text = files("ingest.second_reader").joinpath("confidence.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            table, feature, weight = line.split("\t")
            tables[table][feature] = float(weight)
    return tables


def confidence_of(table: str, features: Features, weights: Weights) -> float:
    """The confidence of what has this evidence: what is right seven times out of ten stands on the line (0.5)."""
    return round(min(shaped(chance_of(features, weights[table]), _SHAPE), _HIGHEST), 3)


def chance_of(features: Features, weights: Mapping[str, float]) -> float:
    """The chance that what has this evidence is right."""
    score = math.fsum(weights.get(feature, 0.0) * value for feature, value in features.items())
    return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


def of_thing(agreement: Agreement, number: int) -> Features:
    """What speaks for and against a thing of the reply."""
    thing = agreement.passed.things[number]
    there = agreement.first_of.get(number)
    found = agreement.first.things[there] if there is not None else None
    features = {
        "constant": 1.0, thing.kind: 1.0, "said": math.log(len(thing.spots)) if thing.spots else 0.0,
        "in a link": float(number in agreement.tied),
    }  # fmt: skip
    if found is None:
        return features | {f"alone:{name}": value for name, value in agreement.trust.items()} | {"alone": 1.0}
    agreed = found.kind == thing.kind
    how = "agreed" if agreed else "other kind"
    features |= {how: 1.0, f"{how}:sure": _logit(found.confidence)}
    if not agreed:
        features |= {f"other kind:{name}": value for name, value in agreement.trust.items()}
        features[f"other kind:{found.kind}>{thing.kind}"] = 1.0
    return features


def of_link(agreement: Agreement, link: Link, quote: str) -> Features:
    """What speaks for and against a link of the reply."""
    things, said = agreement.passed.things, agreement.same(link)
    subject, object = things[link.subject], things[link.object]
    features = {
        "constant": 1.0, link.kind: 1.0, "sure": _logit(link.sure), f"named:{link.far.name.lower()}": 1.0,
        f"{link.kind}:named:{'in' if link.far <= 1 else 'out'}": 1.0,
        f"ends={subject.kind}>{object.kind}": 1.0, **_ends(agreement, link),
    }  # fmt: skip
    sound = agreement.soundness
    features |= {"sound": sound, "sound:sure": sound * features["sure"]}
    if not link.stated:
        features["not stated"] = 1.0
    if not link.exact:
        features["quote not exact"] = 1.0
    if _TURNING.search(quote):
        features["turning word"] = 1.0
    if said is not None:
        return features | {"agreed": 1.0, "agreed:sure": _logit(said.confidence), f"agreed:{link.kind}": 1.0}
    features |= {"alone": 1.0, f"alone:{link.kind}": 1.0}
    features |= {f"alone:{name}": value for name, value in agreement.trust.items()}
    for rival in agreement.rivals_of(link):
        features |= {"rival": 1.0, f"rival:{rival}>{link.kind}": 1.0}
    return features


def _ends(agreement: Agreement, link: Link) -> Features:
    """How many of a link's ends the built-in reader found, and with the same kind."""
    known, alike = 0, 0
    for number in (link.subject, link.object):
        there = agreement.first_of.get(number)
        if there is not None:
            known += 1
            alike += agreement.first.things[there].kind == agreement.passed.things[number].kind
    return {"ends known": float(known), "ends alike": float(alike), "both ends known": float(known == 2)}


def of_unsaid_thing(agreement: Agreement, number: int) -> Features:
    """What speaks for a thing of the built-in reader that the reply does not name."""
    found: Found = agreement.first.things[number]
    tied = any(number in (s.subject, s.object) and s.confidence >= LINE for s in agreement.first.statements)
    features = {"constant": 1.0, found.kind: 1.0, "sure": _logit(found.confidence), "in a link": float(tied)}
    return features | agreement.trust


def of_unsaid_link(agreement: Agreement, said: Statement) -> Features:
    """What speaks for a statement of the built-in reader that the reply does not make."""
    ends = sum(end in agreement.second_of for end in (said.subject, said.object))
    features = {
        "constant": 1.0, said.predicate: 1.0, "sure": _logit(said.confidence), "ends known": float(ends),
        "both ends known": float(ends == 2), **agreement.trust,
    }  # fmt: skip
    if agreement.rivals_of_said(said):
        features["rival"] = 1.0
    return features


def _logit(chance: float) -> float:
    chance = min(max(chance, _LEAST), _MOST)
    return math.log(chance / (1 - chance))
