"""Where the initiatives lie that may be near: no more of each than its distance is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from queries.as_of import existed
from queries.engine.base import Asked, Reading
from queries.geography import Placed, cells_around, counting, in_rounds, rounds_around
from queries.near.circle import Circle
from queries.near.ground import Ground, Home, Lying, name_and_id
from queries.near.wish import Wish

Row = Mapping[str, Any]
_FEW = 10


def placed(
    reading: Reading, ground: Ground, circle: Circle, wish: Wish, ids: set[str], told: Iterable[Row] = ()
) -> list[Lying]:
    """The initiatives that may lie within the radius of the origins, and those with these ids; each once.

    Who has a home near by that is known exactly needs no closer look: what else there is of it lies farther off.

    :param told: initiatives that may be asked for no more, as ``near/placed`` gives them.
    """
    origins = [origin.point for origin in circle.origins]
    cells, rounds = cells_around(origins, wish.km), rounds_around(origins, wish.km)
    seen = {row["id"]: row for row in told}
    for row in _learned(reading, ground, cells, rounds, sorted(ids - seen.keys())):
        seen[row["id"]] = row
    here = (row for cell in cells for row in ground.initiatives[cell])
    seen.update((row["id"], row) for row in here)
    near = _at_home(ground, _within(ground, cells, rounds), wish)
    closer = sorted(one for one, lying in near.items() if not lying.points and one not in seen)
    for row in (*seen.values(), *(reading.ask("near/placed", ids=closer) if closer else ())):
        if existed(row, wish.day):
            near[row["id"]] = ground.lying(row, wish.day, wish.at)
    return list(near.values())


def _learned(
    reading: Reading, ground: Ground, cells: Iterable[str], rounds: Sequence[Mapping[str, float]], ids: list[str]
) -> Sequence[Row]:  # fmt: skip
    """Asks what the ground does not hold yet, in one go; gives the initiatives with these ids."""
    new = [cell for cell in cells if cell not in ground.places]
    known = [cell for cell in cells if cell in ground.places]
    empty = {place[0]: place for place in _within(ground, known, rounds) if place[0] not in ground.homes}
    asked: dict[str, Asked] = {}
    if new:
        wanted = _several(new)
        asked["homes"] = "near/homes", {"cells": wanted, "rounds": rounds}
        asked["here"] = "near/placed_here", {"cells": wanted}
    if empty:
        asked["at"] = "near/homes_at", {"places": _several(sorted(empty))}
    if ids:
        asked["ids"] = "near/placed", {"ids": ids}
    answers = dict(zip(asked, reading.ask_together(*asked.values()) if asked else (), strict=True))
    if new:
        ground.add_cells(new, answers["homes"], answers["here"])
    for row in answers.get("at", ()):
        ground.add_homes(empty[row["place"]], row["homes"])
    return answers.get("ids", ())


def _several(keys: list[str]) -> list[str]:
    """These keys, made up with one that nothing has: Neo4j plans anew for one, up to ten and up to a hundred.

    That takes it up to half a second, and what is not known yet of a neighbourhood is now one cell, now twenty.
    """
    return keys + [""] * (_FEW + 1 - len(keys))


def _within(ground: Ground, cells: Iterable[str], rounds: Sequence[Mapping[str, float]]) -> list[Sequence[Any]]:
    """The places in these cells that lie near by."""
    return [place for cell in cells for place in ground.places[cell] if in_rounds(place[2], place[3], rounds)]


def _at_home(ground: Ground, places: Iterable[Sequence[Any]], wish: Wish) -> dict[str, Lying]:
    """The initiatives by id; without points where those are known only by all that is known of the initiative."""
    near: dict[str, Lying] = {}
    # Of hundreds that share a few places each gets the very same points, which are reckoned with once.
    both: dict[tuple[int, int], tuple[Placed, ...]] = {}
    for place in sorted(places, key=name_and_id):
        for lying in _there(ground.homes.get(place[0], ()), wish):
            known = near.setdefault(lying.id, lying)
            if known is not lying:
                pair = id(known.points), id(lying.points)
                if pair not in both:
                    both[pair] = _together(known.points, lying.points)
                near[lying.id] = known._replace(points=both[pair])
    return near


def _there(homes: Iterable[Home], wish: Wish) -> Iterable[Lying]:
    return [home.lying for home in homes if home.dates is None or home.counts(wish.day, wish.at)]


def _together(one: tuple[Placed, ...], other: tuple[Placed, ...]) -> tuple[Placed, ...]:
    return counting(None, [*one, *other]) if one and other else ()
