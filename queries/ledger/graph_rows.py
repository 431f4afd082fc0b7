"""Nodes and links as rows of the store: what the projection says, with bounds and cells for sorting and searching."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graph_model.dates import bounds
from graph_model.errors import NotUnderstood
from graph_model.projection.link_tally import LinkTally, as_text
from graph_model.projection.links import Link
from graph_model.projection.nodes import Node
from graph_model.schema import FIELD_KINDS

Row = dict[str, Any]


def node_row(node: Node) -> Row:
    """The properties of a thing."""
    row: Row = {
        "id": node.id,
        "kind": node.kind,
        "name": node.name,
        "keys": list(node.keys),
        "aliases": list(node.aliases),
        "search": node.search,
        "confirmed": node.confirmed,
    }
    for name, value in node.fields.items():
        row |= field_row(name, value, node.keys)
    return row


def field_row(name: str, value: str | tuple[str, ...], keys: Sequence[str]) -> Row:
    """The properties by which a thing with these keys shows a field."""
    if name == "position":
        return _position(value)
    if name == "fingerprint":
        return {"page": keys[0]}
    row: Row = {name: list(value) if isinstance(value, tuple) else value}
    if FIELD_KINDS[name].date and isinstance(value, str):
        row |= _bounds(name, value)
    return row


def _position(value: object) -> Row:
    """Latitude, longitude, precision and the cell of 0.1° by which an area is searched."""
    lat, lon, precision = str(value).split(",")
    latitude, longitude = float(lat), float(lon)
    cell = f"{math.floor(latitude * 10)}:{math.floor(longitude * 10)}"
    return {"lat": latitude, "lon": longitude, "position_precision": precision, "cell": cell}


def _bounds(name: str, value: str) -> dict[str, datetime]:
    try:
        earliest, latest = bounds(value)
    except NotUnderstood:
        return {}
    return {f"{name}_earliest": earliest, f"{name}_latest": latest}


def link_row(link: Link) -> Row:
    """The properties of a link, with the ids of its two ends as ``start`` and ``end``."""
    properties: Row = {"id": link.id, "claims": list(link.claims), **_tally_row(link.tally)}
    return {"id": link.id, "start": link.start, "end": link.end, "properties": properties}


def _tally_row(tally: LinkTally) -> Row:
    """The properties of a link that follow from its tally; where it counts several claims, the tally itself too."""
    row: Row = {
        "role": tally.role,
        "sources": tally.sources,
        "stated": tally.stated,
        "confidence": tally.confidence,
    }
    if sum(tally.roles.values()) > 1:
        row["tally"] = as_text(tally)
    if tally.first_seen:
        row["first_seen"] = tally.first_seen
    for name, value, bound in (("valid_from", tally.valid_from, "latest"), ("valid_to", tally.valid_to, "earliest")):
        if value:
            row[name] = value
            row |= {k: v for k, v in _bounds(name, value).items() if k.endswith(bound)}
    return row
