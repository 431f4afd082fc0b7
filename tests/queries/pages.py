"""Claims put into a graph the way a run does it: pages with readings, through the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_model.evidence import Claim, End, Evidence, Origin
from graph_model.examples import PAGES, READER, VERSION
from graph_model.keys import host_of, key_of
from queries import Graph
from queries.ledger.pages import record
from queries.ledger.records import PageReading, PageRecord
from queries.ledger.runs import begin_run

AT = "2025-07-01T09:00:00+00:00"
ADDRESS = "https://dorp.example/bladzijde"


def load_neighbourhood(graph: Graph) -> None:
    """The invented neighbourhood of ``graph_model.examples``, all its pages in one run."""
    readings = [
        PageReading(
            PageRecord(
                page.address, page.title, page.text, page.fingerprint, host_of(page.address), page.fetched,
                page.published, origin=page.origin,
            ),
            READER, VERSION, page.claims,
        )
        for page in PAGES
    ]  # fmt: skip
    record(graph, readings, begin_run(graph, "demo", [], AT))


def said(
    subject: End, predicate: str, target: End | str, role: str = "", *, until: str = "", since: str = "",
    sure: float = 0.9,
) -> Claim:  # fmt: skip
    """A claim of one page without much ado; its quote is the whole of what it says."""
    is_link = isinstance(target, End)
    words = f"{subject.name} {predicate} {target.name if isinstance(target, End) else target}"
    return Claim(
        page=key_of("Document", ADDRESS), subject=subject, predicate=predicate,
        object=target if isinstance(target, End) else None, value="" if is_link else str(target), role=role,
        evidence=(Evidence("proef", "1", words, -1, -1, sure, valid_from=since, valid_to=until),),
        origin=Origin.REGISTER, host=host_of(ADDRESS), fetched=AT,
    )  # fmt: skip


def load(graph: Graph, claims: Iterable[Claim]) -> None:
    """These claims as those of one register."""
    page = PageRecord(ADDRESS, "Proefpagina", "", "", host_of(ADDRESS), AT, origin=Origin.REGISTER)
    record(graph, [PageReading(page, "proef", "1", tuple(claims))], begin_run(graph, "read", [], AT))


def initiative(name: str) -> End:
    return End("Initiative", name)


def at_home(name: str, lat: float, lon: float, precision: str = "address") -> Sequence[Claim]:
    """An initiative with a position of its own."""
    return (said(initiative(name), "position", f"{lat},{lon},{precision}"),)
