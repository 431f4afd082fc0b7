"""Joins that may be wrong: a name that joined by itself and yet stands with two towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph_model.keys import block_of, qualifier_of
from ingest.resolve.features import Feature, World, solid
from queries.review.profiles import Profile


def doubtful_joins(profiles: Mapping[str, Profile]) -> Iterator[tuple[Profile, tuple[str, str], Feature]]:
    """Organisations of which one name stands with exactly two towns that do not lie in each other.

    Gives the thing, two of its keys, and what speaks against their being one. An organisation with more towns has
    locations, which is nothing to ask about.
    """
    world = World(profiles)
    places = _places_by_name(profiles)
    for thing in sorted(profiles.values(), key=lambda profile: profile.id):
        if thing.family != "organisation" or len(thing.keys) < 2:
            continue
        for keys in _by_block(thing).values():
            if len(keys) == 2 and _are_apart(keys, places, world):
                yield thing, (keys[0], keys[1]), _feature(thing, keys)


def _by_block(thing: Profile) -> dict[str, list[str]]:
    """The keys of a thing that have a town, by their block."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in thing.keys:
        if qualifier_of(key):
            found[block_of(key)].append(key)
    return found


def _are_apart(keys: list[str], places: Mapping[str, set[str]], world: World) -> bool:
    one, other = (places.get(qualifier_of(key), set()) for key in keys)
    return bool(one and other) and not world.areas.meet(one, other)


def _places_by_name(profiles: Mapping[str, Profile]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for profile in profiles.values():
        if profile.family == "place":
            for name in profile.names:
                found[solid(name)].add(profile.id)
    return found


def _feature(thing: Profile, keys: list[str]) -> Feature:
    towns = " en ".join(qualifier_of(key) for key in keys)
    return Feature("two_towns", -3.0, f"{thing.name} staat bij twee plaatsen die niet in elkaar liggen: {towns}")
