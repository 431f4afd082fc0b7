"""What surrounds two things: towns, people, neighbours, sites, addresses, dates, kinds, pages that name them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from graph_model.dates import fits, in_words
from graph_model.errors import NotUnderstood
from graph_model.keys import qualifier_of
from ingest.resolve.features import Feature, World, listed
from queries.review.profiles import Profile, Tie

_OF_PLACE = frozenset(("BASED_IN", "HELD_IN"))
_MOST_NEIGHBOURS = 3.0
# Two things that one of these links joins are two.
_TELLING_APART = {
    "PART_OF": "is onderdeel van", "STARTED": "bracht voort", "PARTNER_OF": "werkt samen met",
    "MEMBER_OF": "doet mee met", "FOLLOWS_UP": "is een vervolg op", "SUCCEEDS": "is de opvolger van",
    "HELD_AT": "is te gast bij", "ORGANISES": "organiseert", "FEATURES": "belicht",
}  # fmt: skip


def surroundings(a: Profile, b: Profile, world: World) -> Iterator[Feature]:
    """Every feature of what surrounds two things that says something."""
    for find in (_kinds, _towns, _site, _address, _shared, _linked, _dates, _pages, _place_numbers):
        feature = find(a, b, world)
        if feature is not None:
            yield feature


def _kinds(a: Profile, b: Profile, world: World) -> Feature | None:
    if a.kind == b.kind or a.family != "organisation":
        return None
    if "ClientCouncil" in (a.kind, b.kind):
        return Feature("kind", -6.0, "de een is een cliëntenraad")
    return Feature("kind", -0.7 if "Partner" in (a.kind, b.kind) else -1.2, "de soort verschilt")


def _towns(a: Profile, b: Profile, world: World) -> Feature | None:
    if not a.towns or not b.towns or a.family == "person":
        return None
    both = a.towns & b.towns
    if both:
        return Feature("town", 1.2, f"allebei in {listed(map(world.name, both))}")
    if world.areas.meet(a.towns, b.towns):
        return Feature("town", 0.6, f"{world.town_names(a)} en {world.town_names(b)} liggen in elkaar")
    points = -4.0 if a.family == "event" else -3.0
    return Feature("town", points, f"de een in {world.town_names(a)}, de ander in {world.town_names(b)}")


def _site(a: Profile, b: Profile, world: World) -> Feature | None:
    if not a.site or not b.site:
        return None
    host, other = a.site.partition("/")[0], b.site.partition("/")[0]
    if a.site == b.site:
        alone = 5.5 if a.site == host and world.hosts[host] == 2 else 4.0
        return Feature("site", alone if world.hosts[host] < 6 else 1.0, f"hetzelfde webadres: {a.site}")
    if host == other:
        few = {2: 3.0, 3: 2.0}.get(world.hosts[host])
        return Feature("site", few, f"dezelfde website: {host}") if few else None
    return Feature("site", -1.5, f"eigen websites: {host} en {other}")


def _address(a: Profile, b: Profile, world: World) -> Feature | None:
    if not a.address or not b.address:
        return None
    if a.address == b.address and any(char.isdigit() for char in a.address):
        return Feature("address", 3.0 if world.addresses[a.address] < 4 else 1.0, f"hetzelfde adres: {a.address}")
    return Feature("address", -1.0, f"andere adressen: {a.address} en {b.address}")


def _shared(a: Profile, b: Profile, world: World) -> Feature | None:
    """What both are linked with: most of all people, and the less linked the more it says."""
    mine, theirs = _neighbours(a), _neighbours(b)
    both = sorted(mine & theirs, key=lambda thing: (world.degree(thing), thing))
    if not both:
        return None
    points = sum(_says(thing, world, a.family) for thing in both)
    return Feature("shared", min(_MOST_NEIGHBOURS, points), f"allebei verbonden met {listed(map(world.name, both))}")


def _neighbours(profile: Profile) -> set[str]:
    return {tie.other for tie in profile.ties if tie.kind not in _OF_PLACE}


def _says(thing: str, world: World, family: str) -> float:
    """How much a common neighbour says; where somebody works says most of all of who that is."""
    profile = world.profiles.get(thing)
    of = profile.family if profile else ""
    if family == "person" and of == "organisation":
        return 2.5
    base = {"person": 2.5, "organisation": 1.5, "event": 1.5, "series": 1.0}.get(of, 0.4)
    return base / math.log2(max(2, world.degree(thing)))


def _linked(a: Profile, b: Profile, world: World) -> Feature | None:
    tie = min((tie for tie in a.ties if tie.other == b.id), key=lambda tie: (tie.kind, tie.out), default=None)
    if tie is None or tie.kind not in _TELLING_APART:
        return None
    return Feature("linked", -5.0, _said(a, b, tie))


def _said(a: Profile, b: Profile, tie: Tie) -> str:
    start, end = (a, b) if tie.out else (b, a)
    return f"{start.name} {_TELLING_APART[tie.kind]} {end.name}"


def _dates(a: Profile, b: Profile, world: World) -> Feature | None:
    if a.family != "event" or not a.start or not b.start:
        return None
    x, y = sorted((a.start, b.start), key=len)
    day = min(len(x), len(y), 10)
    try:
        if x[:day] == y[:day] and day == 10:
            return Feature("date", 2.5, "op dezelfde dag")
        if fits(x, y):
            return Feature("date", 0.5, "de datums gaan samen")
    except NotUnderstood:
        return None
    return Feature("date", -7.0, f"niet op dezelfde dag ({in_words(x)}, {in_words(y)})")


def _pages(a: Profile, b: Profile, world: World) -> Feature | None:
    """Who writes two spellings on one page means two things more frequently than not."""
    both = a.pages & b.pages
    if not both:
        return None
    every = len(both) == min(len(a.pages), len(b.pages)) and len(both) > 1
    return Feature("pages", -1.5 if every else -0.7, "dezelfde bron noemt ze naast elkaar")


def _place_numbers(a: Profile, b: Profile, world: World) -> Feature | None:
    """Two places that each are told apart from their namesakes are two, whatever they are called."""
    if a.family != "place" or not (_is_placed(a) and _is_placed(b)):
        return None
    return Feature("gazetteer", -9.0, "van allebei is bekend waar ze liggen, en dat is niet op één plek")


def _is_placed(profile: Profile) -> bool:
    """Whether a number or a municipality says which place it is."""
    return any(qualifier_of(key) for key in profile.keys)
