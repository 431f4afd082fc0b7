"""Who reads the pages of a run: the built-in reader, or that one and another together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from ingest.crew import Crew
from ingest.extract import READER, VERSION
from ingest.keeping import attempt
from ingest.page.model import Page
from ingest.report import Tally
from ingest.sources import Listed
from ingest.understand import Understood
from queries import Graph
from queries.ledger.pages import unchanged

Loaded = tuple[Listed, tuple[Page, ...]]


class Readers(Protocol):
    """Reads the pages of a run."""

    @property
    def edition(self) -> str:
        """By whom pages are read, in one word: other readers ask for whole pages again."""

    def same(self, graph: Graph, texts: Mapping[str, str]) -> set[str]:
        """The addresses whose text (by its fingerprint) is in the graph, read by these very readers."""

    def ahead(self, graph: Graph, loaded: Iterable[Loaded]) -> Iterator[Loaded]:
        """The same pages in the same order; what takes long about them is begun some pages ahead."""

    def attempts(
        self, graph: Graph, pages: Sequence[Page], fetched: str, crew: Crew
    ) -> Iterable[Understood | str | None]:
        """For each page what it says, or the trace when reading fails; None for a page that is not to be read."""

    def tell(self, tally: Tally) -> None:
        """Tell what there is to tell of the readers themselves, once everything was read."""


class BuiltIn:
    """The built-in reader by itself."""

    @property
    def edition(self) -> str:
        """Name and version."""
        return f"{READER} {VERSION}"

    def same(self, graph: Graph, texts: Mapping[str, str]) -> set[str]:
        """The addresses whose text is in the graph, read by this version."""
        return unchanged(graph, {address: (text, READER, VERSION) for address, text in texts.items()})

    def ahead(self, graph: Graph, loaded: Iterable[Loaded]) -> Iterator[Loaded]:
        """The pages as they are: reading them takes no waiting."""
        yield from loaded

    def attempts(
        self, graph: Graph, pages: Sequence[Page], fetched: str, crew: Crew
    ) -> Iterable[Understood | str | None]:
        """What each page says, read by the crew."""
        return crew.map(partial(attempt, fetched=fetched), pages)

    def tell(self, tally: Tally) -> None:
        """Nothing: what it reads is told page by page."""
