"""What is exported: every thing and every link as a row with the same columns, as it comes in from the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph_model.schema import FIELD_KINDS, NODE_KINDS
from queries.engine.base import Reading
from queries.evidence import moment
from queries.invented import invented_pages, only_on
from queries.library import question

Row = Mapping[str, Any]

_WITH_COLUMNS_OF_THEIR_OWN = ("name", "kind", "alias", "url", "position")
FIELDS = tuple(
    name
    for name, kind in FIELD_KINDS.items()
    if not kind.hidden and name not in _WITH_COLUMNS_OF_THEIR_OWN and any(name in n.fields for n in NODE_KINDS.values())
)
LISTS = ("aliases", *(name for name in FIELDS if FIELD_KINDS[name].multiple), "claims")
"""Columns that hold lists of texts."""

THING_COLUMNS = ("id", "kind", "name", "aliases", "url", "lat", "lon", "position_precision", *FIELDS, "invented")
LINK_COLUMNS = (
    "id", "kind", "start", "end", "role", "sources", "stated", "confidence", "valid_from", "valid_to", "first_seen",
    "claims", "invented",
)  # fmt: skip
"""``invented``: only a sample page, or one on a name reserved for examples, tells of it."""

NUMBERS = frozenset(("lat", "lon", "confidence"))
COUNTS = frozenset(("sources",))
FLAGS = frozenset(("stated", "invented"))


@dataclass(slots=True)
class Content:
    """The graph of one reading; ``things`` and ``links`` may each be gone through once, row by row."""

    reading: Reading
    counted: dict[str, int] = field(default_factory=lambda: {"things": 0, "links": 0})
    _invented: frozenset[str] = frozenset()
    _samples: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        pages = invented_pages(self.reading)
        if pages:
            self._invented = only_on(self.reading, pages)
            rows = self.reading.ask("exports/claims_of_pages", pages=pages)
            self._samples = frozenset(row["id"] for row in rows)

    def things(self) -> Iterator[Row]:
        """Every thing, with :data:`THING_COLUMNS`; None where it has no such field."""
        for row in self.reading.stream(question("ledger/all_things").text):
            self.counted["things"] += 1
            yield self._thing(row["thing"])

    def links(self) -> Iterator[Row]:
        """Every link, with :data:`LINK_COLUMNS`."""
        for row in self.reading.stream(question("exports/links").text):
            self.counted["links"] += 1
            yield self._link(row)

    def _thing(self, stored: Row) -> Row:
        row = {name: stored.get(name) for name in THING_COLUMNS}
        return {**row, "aliases": list(stored.get("aliases") or ()), "invented": stored["id"] in self._invented}

    def _link(self, stored: Row) -> Row:
        by_samples = bool(self._samples) and self._samples.issuperset(stored["claims"])
        by_ends = stored["start"] in self._invented or stored["end"] in self._invented
        seen = moment(stored["first_seen"])
        return {**stored, "role": stored["role"] or "", "first_seen": seen, "invented": by_samples or by_ends}


def with_values(row: Row, columns: Sequence[str]) -> dict[str, Any]:
    """The columns of a row that hold something."""
    return {name: row[name] for name in columns if row[name] not in (None, "", [])}
