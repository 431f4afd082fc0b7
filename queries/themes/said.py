"""All that is said about initiatives and themes, as it lies in the graph; read once per version of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph_model.dates import OPEN, bounds, is_date
from queries.engine.base import Graph, Reading
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

    ``links`` are the rows of one link or two, each with when it held; ``claims`` those of both, ``pages`` the different
    pages that these come from. ``earliest`` and ``latest`` say when the subject took place or was published, None where
    that is not known.
    """

    initiative: str
    theme: str
    subject: str
    links: tuple[Row, ...]
    claims: tuple[str, ...]
    pages: tuple[str, ...]
    earliest: datetime | None = None
    latest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that the table of themes is made of, in an order that depends on nothing but the graph.

    Statements are in the order of their initiatives and themes. ``subjects`` counts what is about each theme, of
    whatever kind; ``pages_read`` are the pages that were read, not taken from a register.
    """

    themes: Mapping[str, str]
    initiatives: Mapping[str, Row]
    homes: Mapping[str, Sequence[Row]]
    atlas: Atlas
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    pages_read: frozenset[str]
    subjects: Mapping[str, int]


_KEPT: Kept[Said] = Kept()


def said_of(graph: Graph, reading: Reading) -> Said:
    """All that is said at the version that is being read."""
    return _KEPT.of(graph, reading, lambda: _said(reading))


def _said(reading: Reading) -> Said:
    about = reading.ask("themes/about")
    drafts = list(_drafts(reading, about))
    sources = _sources(reading, {claim for draft in drafts for link in draft[3] for claim in link["claims"]})
    statements = (_statement(*draft, sources) for draft in drafts)
    (all_of_them,) = reading.ask("themes/initiatives")
    initiatives = sorted(all_of_them["initiatives"], key=lambda row: (row["name"].casefold(), row["id"]))
    return Said(
        themes={row["id"]: row["name"] for row in sorted(reading.ask("themes/themes"), key=lambda row: row["id"])},
        initiatives={row["id"]: row for row in initiatives},
        homes=_homes(reading),
        atlas=atlas_of(reading),
        statements=tuple(sorted(statements, key=lambda one: (one.initiative, one.theme, one.subject))),
        sources=sources,
        pages_read=frozenset(source.page for source in sources.values() if source.was_read),
        subjects={row["theme"]: len({said["subject"] for said in row["said"]}) for row in about},
    )


# The beginning of a statement: its initiative, theme and subject, and the links that say it.
_Draft = tuple[str, str, str, tuple[Row, ...]]


def _drafts(reading: Reading, rows: Sequence[Row]) -> Iterable[_Draft]:
    """Of links there may be several between the same two things: each makes a statement of its own."""
    about: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for theme, link in ((row["theme"], link) for row in rows for link in row["said"]):
        if link["kind"] == "Initiative":
            yield link["subject"], theme, "", (link,)
        elif link["kind"] in SUBJECTS:
            about[link["subject"]].append((theme, link))
    for row in reading.ask("themes/parts", kinds=list(SUBJECTS)) if about else ():
        for theme, link in about.get(row["subject"], ()):
            yield from ((part["initiative"], theme, row["subject"], (part, link)) for part in row["parts"])


def _statement(
    initiative: str, theme: str, subject: str, links: tuple[Row, ...], sources: Mapping[str, Source]
) -> Statement:
    claims = tuple(claim for link in links for claim in link["claims"])
    pages = tuple(dict.fromkeys(sources[claim].page for claim in claims if claim in sources))
    # Of what is said of an initiative itself the date of the page counts, not when the initiative began.
    earliest, latest = (links[-1]["earliest"], links[-1]["latest"]) if subject else (None, None)
    return Statement(initiative, theme, subject, links, claims, pages, earliest, latest)


def _homes(reading: Reading) -> dict[str, list[Row]]:
    homes: dict[str, list[Row]] = defaultdict(list)
    for row in reading.ask("themes/homes"):
        for home in row["homes"]:
            homes[home["id"]].append({**home, "place": row["place"]})
    return homes


def _sources(reading: Reading, claims: set[str]) -> dict[str, Source]:
    rows = (row for batch in in_batches(sorted(claims)) for row in reading.ask("themes/pages", ids=batch))
    return {claim: source for row in rows for source in (_source(row),) for claim in row["claims"]}


def _source(row: Row) -> Source:
    published = row["published"] or ""
    known = published and published != OPEN and is_date(published)
    earliest, latest = bounds(published) if known else (None, None)
    return Source(row["page"], row["origin"] == "page", earliest, latest)
