"""Pairs of things that a link may join, with their evidence; which links the reader asks about between which kinds."""

from __future__ import annotations

from collections import defaultdict

from ingest.extract.kinds import ORGANISATIONS, OWNERS

_ORG = ORGANISATIONS
ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    "HAS_ROLE": tuple(("Person", o) for o in OWNERS),
    "BASED_IN": tuple((o, "Place") for o in _ORG),
    "TAKES_PART_IN": (("Person", "Event"),),
    "ORGANISES": tuple((o, "Event") for o in OWNERS),
    "MEMBER_OF": tuple((o, t) for o in OWNERS for t in ("Movement", "Partner")),
    "PART_OF": (
        ("CareOrganisation", "CareOrganisation"), ("ClientCouncil", "CareOrganisation"), ("Event", "Event"),
        ("Event", "EventSeries"), ("Partner", "Partner"), ("Partner", "CareOrganisation"),
    ),
    "HELD_IN": (("Event", "Place"),),
    "HELD_AT": tuple(("Event", o) for o in _ORG),
    "PARTNER_OF": (*((a, b) for a in _ORG for b in _ORG), *((o, "Movement") for o in _ORG)),
    "FEATURES": (("Event", "Initiative"), ("Event", "CareOrganisation")),
    "FOUNDED": (("Person", "Initiative"),),
    "STARTED": tuple((o, "Initiative") for o in _ORG),
    "FOLLOWS_UP": (("Event", "Event"),),
}  # fmt: skip


def _by_ends() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link, ends in ASKED.items():
        for pair in ends:
            found[pair].add(link)
    return {pair: frozenset(links) for pair, links in found.items()}


LINKS_BETWEEN = _by_ends()

# Of two things of a scene, by number; only such as some link is asked about.
Pairs = dict[tuple[int, int], set[str]]
