"""Blocking: which pairs are looked at at all, for 10,000 names make 50 million pairs.

Things come together that share a rare word, letters (but for one that came, went or changed), an acronym, a surname, a
site, an address, or two neighbours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from ingest.resolve.names import full_name_of, name_of, words_of
from ingest.resolve.people import sounded
from queries.review.profiles import Profile

MOST = 60
"""What more things share than this tells none of them apart."""
_ALIKE = 82
_SHORTEST = 5


def candidate_pairs(profiles: Iterable[Profile]) -> set[tuple[str, str]]:
    """The pairs of ids, smaller first, that are worth weighing; both of one family."""
    families: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        families[profile.family].append(profile)
    found: set[tuple[str, str]] = set()
    for family, members in sorted(families.items()):
        found |= _sharing(members, family)
        if family != "person":
            found |= _alike(members)
    return found


def _sharing(members: list[Profile], family: str) -> set[tuple[str, str]]:
    """Pairs that share something that few share."""
    sharing: dict[str, set[str]] = defaultdict(set)
    for profile in members:
        for what in _of_person(profile) if family == "person" else _of_name(profile):
            sharing[what].add(profile.id)
        for what in _around(profile):
            sharing[what].add(profile.id)
    found = {pair for ids in sharing.values() if len(ids) <= MOST for pair in combinations(sorted(ids), 2)}
    return found | _sharing_neighbours(members)


def _of_name(profile: Profile) -> Iterator[str]:
    """What a name is looked up by: its words, pairs of common words, its letters, its initials."""
    for text in profile.names:
        name = name_of(text)
        plain = sorted(word for word in set(name.tokens) if word not in words_of("small"))
        yield f"solid:{name.solid}"
        yield from (f"word:{word}" for word in plain)
        yield from (f"words:{a} {b}" for a, b in combinations(plain[:6], 2))
        if name.core or name.places:
            yield f"core:{''.join(sorted(name.core | name.places))}"
        yield from (f"acronym:{initials}" for initials in name.initials if len(name.tokens) > 1)
        if len(name.tokens) == 1 and len(name.solid) <= 7:
            yield f"acronym:{name.solid}"


def _of_person(profile: Profile) -> Iterator[str]:
    for text in profile.names:
        name = full_name_of(text)
        for surname in (*name.surnames, name.bare):
            if surname:
                yield f"surname:{sounded(surname)} {name.initial}"
                yield f"surname-alone:{sounded(surname)}"
        if name.first:
            yield from (f"at:{name.first[0]} {tie.other}" for tie in profile.ties if tie.kind == "HAS_ROLE")
            yield f"first:{name.first[0]} {name.bare[:2]}"
            yield f"end:{sounded(name.first[0])} {name.bare[-3:]}"


def _around(profile: Profile) -> Iterator[str]:
    """Sites, addresses; for a gathering also its day together with its town."""
    if profile.site:
        yield f"site:{profile.site}"
        yield f"host:{profile.site.partition('/')[0]}"
    if profile.address:
        yield f"address:{profile.address}"
    if profile.family == "event" and len(profile.start) >= 10:
        yield f"day:{profile.start[:10]}"


def _sharing_neighbours(members: list[Profile]) -> set[tuple[str, str]]:
    """Pairs that share two neighbours at least, of those that have few: a director and a partner, say."""
    at: dict[str, list[str]] = defaultdict(list)
    for profile in members:
        for tie in profile.ties:
            if tie.kind not in ("HAS_THEME", "HAS_KEYWORD"):
                at[tie.other].append(profile.id)
    counted = Counter(
        pair for ids in at.values() if 1 < len(set(ids)) <= 12 for pair in combinations(sorted(set(ids)), 2)
    )
    return {pair for pair, number in counted.items() if number > 1}


def _alike(members: list[Profile]) -> set[tuple[str, str]]:
    """Pairs with names of nearly the same letters that begin or end alike."""
    found: set[tuple[str, str]] = set()
    for cut in (slice(0, 2), slice(-3, None)):
        shelves: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for profile in members:
            for solid in {name_of(text).solid for text in profile.names}:
                if len(solid) >= _SHORTEST:
                    shelves[solid[cut]].append((solid, profile.id))
        for shelf in shelves.values():
            found |= _alike_on(sorted(shelf))
    return found


def _alike_on(shelf: list[tuple[str, str]]) -> set[tuple[str, str]]:
    if len(shelf) < 2:
        return set()
    names = [solid for solid, _ in shelf]
    scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, dtype=np.uint8)
    pairs = ((shelf[i][1], shelf[j][1]) for i, j in np.argwhere(np.triu(scores, 1)))
    return {(min(a, b), max(a, b)) for a, b in pairs if a != b}
