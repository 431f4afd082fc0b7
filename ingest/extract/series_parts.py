"""What a page says of a series holds for its meetings: who organises it, where it is."""

from __future__ import annotations

from ingest.extract.links import Key, Link, keep
from ingest.extract.scene import Scene

_SURE = 0.5
# How much of the confidence in what is said of the series its meetings get.
_SHARE = 0.9


def add_parts_of_series(scene: Scene, found: dict[Key, Link]) -> None:
    """Adds organisers, hosts and towns of a series to those meetings of an agenda that have none of their own."""
    meetings = {*scene.rows.values(), *scene.sections.values()}
    parts = [
        (link.subject, link.object) for link in found.values()
        if link.kind == "PART_OF" and link.subject in meetings and link.confidence >= _SURE
        and scene.kinds[link.object] == "EventSeries"
    ]  # fmt: skip
    if not parts:
        return
    sure = [link for link in found.values() if link.confidence >= _SURE]
    placed = {link.subject for link in sure if link.kind in ("HELD_IN", "HELD_AT")}
    for event, series in parts:
        for link in sure:
            if link.kind == "ORGANISES" and link.object == series:
                keep(found, Link("ORGANISES", link.subject, event, link.confidence * _SHARE, "van de reeks", link.spot))
            elif link.kind in ("HELD_IN", "HELD_AT") and link.subject == series and event not in placed:
                keep(found, Link(link.kind, event, link.object, link.confidence * _SHARE, "van de reeks", link.spot))
