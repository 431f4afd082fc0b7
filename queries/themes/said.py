"""All that is said about initiatives and themes, as it lies in the graph; read once per version of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_model.dates import OPEN, bounds, is_date
from queries.engine.base import Reading
from queries.kept import Kept
from queries.ledger.graph_store import in_batches
from queries.regions import Atlas, atlas_of

Row = Mapping[str, Any]
# Whatever is about a theme and in which an initiative can have a part.
SUBJECTS = ("Event", "EventSeries", "Document")


@dataclass(frozen=True, slots=True)
class Source:
    """The page that a claim comes from: its key, whether it was read as a page, and when it was published (UTC)."""

    page: str
    was_read: bool
    earliest: datetime | None
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class Statement:
    """That an initiative is about a theme: by itself (``subject`` is empty), or by its part in something about it.

    ``links`` are the rows of one link or two, each with its claims and when it held; ``earliest`` and ``latest`` say
    when the subject took place or was published, None where that is not known.
    """

    initiative: str
    theme: str
    subject: str
    links: tuple[Row, ...]
    earliest: datetime | None = None
    latest: datetime | None = None

    @property
    def claims(self) -> Iterable[str]:
        return (claim for link in self.links for claim in link["claims"])


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that the table of themes is made of, in an order that depends on nothing but the graph.

    ``subjects`` counts what is about each theme, of whatever kind.
    """

    themes: Mapping[str, str]
    initiatives: Mapping[str, Row]
    homes: Mapping[str, Sequence[Row]]
    atlas: Atlas
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    subjects: Mapping[str, int]


def _said(reading: Reading) -> Said:
    about = reading.ask("themes/about")
    statements = tuple(sorted(_statements(reading, about), key=lambda one: (one.initiative, one.theme, one.subject)))
    homes: dict[str, list[Row]] = defaultdict(list)
    for home in reading.ask("themes/homes"):
        homes[home["id"]].append(home)
    initiatives = sorted(reading.ask("themes/initiatives"), key=lambda row: (row["name"].casefold(), row["id"]))
    return Said(
        themes={row["id"]: row["name"] for row in sorted(reading.ask("themes/themes"), key=lambda row: row["id"])},
        initiatives={row["id"]: row for row in initiatives},
        homes=homes,
        atlas=atlas_of(reading),
        statements=statements,
        sources=_sources(reading, {claim for one in statements for claim in one.claims}),
        subjects=Counter(theme for _, theme in {(row["subject"], row["theme"]) for row in about}),
    )


SAID = Kept(_said)


def _statements(reading: Reading, rows: Sequence[Row]) -> Iterable[Statement]:
    """Of links there may be several between the same two things: each is a statement of its own."""
    about: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "Initiative":
            yield Statement(row["subject"], row["theme"], "", (row,))
        elif row["kind"] in SUBJECTS:
            about[row["subject"]].append(row)
    for part in reading.ask("themes/parts", kinds=list(SUBJECTS)) if about else ():
        for row in about.get(part["subject"], ()):
            yield Statement(
                part["initiative"], row["theme"], row["subject"], (part, row), row["earliest"], row["latest"]
            )


def _sources(reading: Reading, claims: set[str]) -> dict[str, Source]:
    rows = (row for batch in in_batches(sorted(claims)) for row in reading.ask("themes/pages", ids=batch))
    return {row["id"]: _source(row) for row in rows}


def _source(row: Row) -> Source:
    published = row["published"] or ""
    known = published and published != OPEN and is_date(published)
    earliest, latest = bounds(published) if known else (None, None)
    return Source(row["page"], row["origin"] == "page", earliest, latest)
