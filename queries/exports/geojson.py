"""GeoJSON (RFC 7946): a point for every thing of which it is known where it is, and how exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from queries.exports.content import THING_COLUMNS, Content, Row, with_values
from queries.things import Stored, things_stored

_AT_ONCE = 1_000
_SAID_OTHERWISE = ("lat", "lon", "position_precision")


def write(content: Content, path: Path) -> None:
    columns = [name for name in THING_COLUMNS if name not in _SAID_OTHERWISE]
    rows = {row["id"]: with_values(row, columns) for row in content.things()}
    with path.open("w", encoding="utf-8") as out:
        out.write('{"type": "FeatureCollection", "features": [')
        content.counted["things"] = 0  # only those that are somewhere
        for number, feature in enumerate(_features(content, rows)):
            content.counted["things"] += 1
            out.write(",\n" if number else "\n")
            json.dump(feature, out, ensure_ascii=False)
        out.write("\n]}\n")


def _features(content: Content, rows: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for ids in _parts(rows):
        for thing, stored in things_stored(content.reading, ids).items():
            if stored.points:
                yield _feature(rows[thing], stored)


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(ids)
    while part := list(islice(remaining, _AT_ONCE)):
        yield part


def _feature(row: Row, stored: Stored) -> dict[str, Any]:
    """``precision`` says how exact it is; ``via`` names the place it was taken from, where it has none of its own."""
    position = stored.points[0].position
    via = {"via": position.via.name} if position.via else {}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [position.lon, position.lat]},
        "properties": {**row, "precision": position.precision, **via},
    }
