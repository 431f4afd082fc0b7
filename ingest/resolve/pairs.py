"""Pairs: which things are proposed as one, each with its reasons; it only proposes, a person decides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
        found = [compare_people(full_name_of(x), full_name_of(y)) for x in a.names for y in b.names]
    else:
        places = (world.place_names(a), world.place_names(b))
        found = [_of_term(compare_names(name_of(x), name_of(y), world, places), a) for x in a.names for y in b.names]
    return max(found, key=lambda feature: (feature.points, feature.words))


def _of_term(feature: Feature, profile: Profile) -> Feature:
    """Of themes and keywords a narrower one is another."""
    if profile.family in ("theme", "keyword") and feature.name not in ("name", "spelling"):
        return replace(feature, points=min(feature.points, -3.0))
    return feature
