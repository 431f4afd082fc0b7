"""Proposing hangs on what things are, not on the order in which they come, nor on which is called the left."""

from __future__ import annotations

import random

from hypothesis import given as for_all
from hypothesis import strategies as st

from ingest.resolve import World, propose, weigh
from ingest.resolve.names import full_name_of, name_of
from queries.review.profiles import Profile
from tests.ingest.resolve.made_pairs import world_profiles

PROFILES = sorted(world_profiles().values(), key=lambda profile: profile.id)
WORLD = World(world_profiles())
profiles = st.sampled_from([profile for profile in PROFILES if profile.family in ("organisation", "person", "event")])
texts = st.text(st.sampled_from("aAeé .,-'’0123 dDeEnNvVtT(){}|\"\\<>"), min_size=1, max_size=24).filter(
    lambda text: any(char.isalnum() for char in text)
)


@for_all(profiles, st.data())
def test_a_pair_weighs_the_same_from_both_sides(a: Profile, data: st.DataObject) -> None:
    b = data.draw(st.sampled_from([profile for profile in PROFILES if profile.family == a.family]))
    assert weigh(a, b, WORLD) == weigh(b, a, WORLD)


@for_all(st.randoms(use_true_random=False), st.integers(2, 120))
def test_the_order_of_things_does_not_matter(chance: random.Random, number: int) -> None:
    chosen = PROFILES[:number]
    mixed = chance.sample(chosen, len(chosen))
    assert propose({p.id: p for p in chosen}) == propose({p.id: p for p in mixed})


@for_all(texts)
def test_any_name_can_be_taken_apart(text: str) -> None:
    name, person = name_of(text), full_name_of(text)
    assert name.solid == "".join(name.tokens)
    assert name.core <= set(name.tokens)
    assert person.bare or person.first
