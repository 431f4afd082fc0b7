"""What is invented: the bundled sample pages, and whoever or whatever only they speak of.

Towns and themes are never invented: sample pages tell invented things about real towns.
"""

from __future__ import annotations

from graph_model.keys import host_of
from queries.engine.base import Graph, Reading

SAMPLES = "urn:samenspel:voorbeeld:"
RESERVED = ".example"
_REAL = ("Place", "Theme", "Keyword")


def is_invented(address: str) -> bool:
    """Whether no page can stand at this address: it is a sample's, or on a name reserved for examples (RFC 2606)."""
    return address.startswith(SAMPLES) or host_of(address).endswith(RESERVED)


def invented_things(graph: Graph) -> tuple[frozenset[str], int]:
    """The ids of the things that only invented pages speak of, and the version of the graph that they hold for."""

    def question(reading: Reading) -> tuple[frozenset[str], int]:
        pages = invented_pages(reading)
        return (only_on(reading, pages) if pages else frozenset()), reading.version

    return graph.answer(question)


def invented_pages(reading: Reading) -> list[str]:
    """The ids of the pages that are invented."""
    return [row["id"] for row in reading.ask("evidence/invented_pages")]


def only_on(reading: Reading, pages: list[str]) -> frozenset[str]:
    """The ids of the things that only these pages speak of."""
    rows = reading.ask("evidence/keys_on", pages=pages)
    keys = {*pages, *(row["subject"] for row in rows), *(row["object"] for row in rows if row["object"])}
    wanted = {"keys": sorted(keys), "unwanted": dict.fromkeys(pages, True)}
    real = {row["key"] for row in reading.ask("evidence/subjects_told_elsewhere", **wanted)}
    real |= {row["key"] for row in reading.ask("evidence/objects_told_elsewhere", **wanted)}
    things = reading.ask("evidence/things_of_keys", keys=sorted(keys))
    known = {row["id"] for row in things if row["key"] in real}
    return frozenset(row["id"] for row in things if row["kind"] not in _REAL) - known
