"""Pairs: which things are proposed as one, each with its reasons; it only proposes, a person decides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph_model.names import fold
from ingest.gazetteer import load
from ingest.resolve.blocking import candidate_pairs
from ingest.resolve.context import surroundings
from ingest.resolve.features import Feature, World
from ingest.resolve.names import full_name_of, name_of
from ingest.resolve.naming import compare_names
from ingest.resolve.people import compare_people
from queries.review.profiles import Profile

LEAST = 0.3
"""How likely two things must be one to be worth a person's while."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one: their ids (the smaller first), how likely (0–1), and why, weightiest first."""

    left: str
    right: str
    likely: float
    features: tuple[Feature, ...]


def propose(profiles: Mapping[str, Profile], least: float = LEAST) -> list[Pair]:
    """The pairs that are likely enough, likeliest first."""
    world = World(profiles)
    pairs = (weigh(profiles[a], profiles[b], world) for a, b in sorted(candidate_pairs(profiles.values())))
    return sorted((p for p in pairs if p.likely >= least), key=lambda p: (-p.likely, p.left, p.right))


def weigh(a: Profile, b: Profile, world: World) -> Pair:
    """How likely two things are one, and why. Both are of one family."""
    a, b = sorted((a, b), key=lambda profile: profile.id)
    named = _named(a, b, world)
    features = [named]
    if named.points > _HOPELESS:
        features += surroundings(a, b, world)
    features.sort(key=lambda feature: -abs(feature.points))
    return Pair(a.id, b.id, _likely(features), tuple(features))


_HOPELESS = -7.5
"""Names that set themselves apart so clearly that nothing around them counts."""


def _likely(features: Iterable[Feature]) -> float:
    points = sum(feature.points for feature in features)
    return round(1.0 / (1.0 + math.exp2(_BEFORE - points)), 4)


_BEFORE = 3.0
"""What must be shown before two things with names that have something in common are as likely one as two."""


def _named(a: Profile, b: Profile, world: World) -> Feature:
    """What the two names say that say most for the two being one."""
    if a.family == "person":
        found = [compare_people(full_name_of(x), full_name_of(y), world) for x in a.names for y in b.names]
    else:
        places = (world.place_names(a), world.place_names(b))
        compared = (compare_names(name_of(x), name_of(y), world, places) for x in a.names for y in b.names)
        found = [_in_its_kind(feature, a, b) for feature in compared]
    return max(found, key=lambda feature: (feature.points, feature.words))


def _in_its_kind(feature: Feature, a: Profile, b: Profile) -> Feature:
    """A feature of two names, with what the sort of thing makes of it."""
    if a.family in ("theme", "keyword") and feature.name not in ("name", "spelling"):
        return replace(feature, points=min(feature.points, -3.0))  # what is narrower is another
    if a.family == "place" and feature.name != "name" and _are_known_places(a, b):
        return Feature("gazetteer", -7.0, "allebei staan ze in de plaatsenlijst")
    if feature.name == "acronym" and (_explains(a) or _explains(b)):
        return Feature("acronym", feature.points - 4.0, f"{feature.words}, maar ook van een eigen naam")
    return feature


def _are_known_places(a: Profile, b: Profile) -> bool:
    return fold(a.name) in load() and fold(b.name) in load()


def _explains(profile: Profile) -> bool:
    """Whether one name of a thing is short for another of its names."""
    names = [name_of(text) for text in profile.names]
    return any(short.solid in long.initials for short in names for long in names if len(long.tokens) > 1)
