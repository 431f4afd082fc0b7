"""Pairs of initiatives with the same theme and area, and no link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Pair:
    """Two initiatives (ids, the smaller first), the ids of the themes and the names of the areas that they share.

    ``through`` are the ids of what both are linked to.
    """

    a: str
    b: str
    themes: tuple[str, ...]
    areas: tuple[str, ...]
    through: tuple[str, ...]


def unlinked_pairs(
    themes_of: Mapping[str, Collection[str]],
    areas_of: Mapping[str, Collection[str]],
    tied_to: Mapping[str, Collection[str]],
) -> list[Pair]:
    """The pairs that share a theme and an area, and are not tied.

    First those that share most themes; of these, those that nothing joins; then those whose themes fewest have.

    :param themes_of, areas_of: of each initiative its themes and areas.
    :param tied_to: of each initiative whatever it is tied to; what is not there is tied to nothing.
    """
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (theme, _), initiatives in _by_square(themes_of, areas_of).items():
        for pair in combinations(sorted(initiatives), 2):
            shared[pair].add(theme)
    having: dict[str, int] = defaultdict(int)
    for themes in themes_of.values():
        for theme in set(themes):
            having[theme] += 1
    found = [
        Pair(
            a, b, tuple(sorted(themes)), tuple(sorted(set(areas_of[a]) & set(areas_of[b]))),
            tuple(sorted(set(tied_to.get(a, ())) & set(tied_to.get(b, ())))),
        )
        for (a, b), themes in shared.items() if b not in tied_to.get(a, ())
    ]  # fmt: skip
    return sorted(found, key=lambda one: _order(one, having))


def _by_square(
    themes_of: Mapping[str, Collection[str]], areas_of: Mapping[str, Collection[str]]
) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for initiative, themes in themes_of.items():
        for theme in themes:
            for area in areas_of.get(initiative, ()):
                found[theme, area].add(initiative)
    return found


def _order(pair: Pair, having: Mapping[str, int]) -> tuple[int, bool, Sequence[int], str, str]:
    return -len(pair.themes), bool(pair.through), sorted(having[theme] for theme in pair.themes), pair.a, pair.b
