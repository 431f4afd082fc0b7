"""Gatherings that were moved: under which id they were known before, so that a calendar goes on with the same event.

The date is part of what a gathering is known by, so on another date it is another thing in the graph. It is the same
event when the page that told of the one now tells of the other under the same title, and nothing tells of the former.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph_model.keys import block_of, id_of
from queries.engine.base import Reading
from queries.events.found import Found, Row


def former_keys(
    reading: Reading, found: Sequence[Found], said: Mapping[str, Sequence[Row]]
) -> dict[str, tuple[str, ...]]:
    """The keys by which gatherings were known at former dates, first known first, by the id of the gathering.

    Where a page tells of several gatherings with one title nobody can say which of them was moved: then none was.
    """
    pages = {
        one.id: {row["page"] for row in said.get(one.id, ()) if row["predicate"] == "start" and not row["retired"]}
        for one in found
    }
    told = _told(reading, sorted(set().union(*pages.values())))
    former = {one.id: _former(one, [told[page] for page in sorted(pages[one.id]) if page in told]) for one in found}
    standing = {row["key"] for row in _things_of(reading, {key for keys in former.values() for key in keys})}
    return {
        id_: tuple(sorted((key for key in keys if key not in standing), key=lambda key: (keys[key], key)))
        for id_, keys in former.items()
    }


def uid_of(one: Found, former: Sequence[str]) -> str:
    """The id by which a gathering was first known."""
    return id_of(former[0]) if former else one.id


def _told(reading: Reading, pages: list[str]) -> dict[str, list[Row]]:
    told: dict[str, list[Row]] = defaultdict(list)
    for row in reading.ask("events/starts", pages=pages) if pages else ():
        told[row["page"]].append(row)
    return told


def _things_of(reading: Reading, keys: set[str]) -> list[Row]:
    return [*reading.ask("evidence/things_of_keys", keys=sorted(keys))] if keys else []


def _former(one: Found, pages: Sequence[Sequence[Row]]) -> dict[str, str]:
    """The keys of other dates that pages no longer tell of, each with when it was first seen."""
    blocks = {block_of(key) for key in one.row["keys"]}
    former: dict[str, str] = {}
    for rows in pages:
        titled = [row for row in rows if block_of(row["key"]) in blocks]
        live = {row["key"] for row in titled if not row["retired"]}
        if live <= set(one.row["keys"]):
            former |= {row["key"]: str(row["first_seen"]) for row in titled if row["key"] not in live}
    return former
