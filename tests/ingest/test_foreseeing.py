"""Beforehand: what a run would bring, change and take away, by the very steps that the run takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.extract import READER
from ingest.formats import pages_in
from ingest.pipeline import now, read_into, try_out, try_withdrawing, withdraw_page
from ingest.report import RunReport
from ingest.rereading import read_again, try_again, waiting
from ingest.sources import list_sources
from ingest.understand import understand
from queries import Graph
from queries.changes import changes
from queries.evidence import claim
from queries.ledger.pages import record
from queries.ledger.rebuild import rebuild
from queries.ledger.records import PageReading
from queries.ledger.runs import begin_run
from queries.links import links

LINDE = "Zorgcoöperatie De Linde"
FIRST = f"{LINDE}\n\n{LINDE} is een initiatief in Lochem.\nJan Pieterzoon is voorzitter van {LINDE}.\n"
SECOND = f"{LINDE}\n\n{LINDE} is een initiatief in Borculo.\nMarie Haverkamp is voorzitter van {LINDE}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "linde.txt").write_text(FIRST)
    (tmp_path / "nieuws.txt").write_text(f"Nieuws\n\nJan Pieterzoon is voorzitter van {LINDE}.\n")
    return tmp_path


def _lines(report: RunReport, name: str = "linde.txt") -> set[tuple[str, str]]:
    links_only = (line for line in report.foreseen if " is " in line.words and "onderdeel" not in line.words)
    return {(line.what, line.words) for line in links_only if line.page.endswith(name)}


def _read(graph: Graph, folder: Path) -> None:
    read_into(graph, list_sources([str(folder)]))


def test_a_dry_run_says_line_by_line_what_comes_and_goes_and_what_others_hold_up(graph: Graph, folder: Path) -> None:
    listing = list_sources([str(folder)])
    all_new = try_out(listing, graph=graph)
    assert (all_new.would_be, {line.what for line in all_new.foreseen}) == ({"new": 2}, {"comes"})
    _read(graph, folder)
    assert (try_out(listing, graph=graph).would_be, try_out(listing, graph=graph).foreseen) == ({"unchanged": 2}, ())
    (folder / "linde.txt").write_text(SECOND)
    version = graph.answer(lambda reading: reading.version)
    told = try_out(listing, graph=graph)
    assert told.would_be == {"changed": 1, "unchanged": 1}
    assert _lines(told) == {
        ("comes", f"{LINDE} is gevestigd in Borculo"), ("comes", f"Marie Haverkamp is voorzitter bij {LINDE}"),
        ("goes", f"{LINDE} is gevestigd in Lochem"), ("stays", f"Jan Pieterzoon is voorzitter bij {LINDE}"),
    }  # fmt: skip
    assert graph.answer(lambda reading: reading.version) == version
    _read(graph, folder)
    assert {link.other.name for link in links(graph, LINDE, kind="BASED_IN").links} == {"Borculo"}
    assert {link.other.name for link in links(graph, LINDE, kind="HAS_ROLE").links} == {
        "Jan Pieterzoon", "Marie Haverkamp",
    }  # fmt: skip


def test_a_withdrawal_tried_out_says_what_would_go_and_what_stays(graph: Graph, folder: Path) -> None:
    _read(graph, folder)
    address = (folder / "linde.txt").as_uri()
    told = try_withdrawing(graph, address)
    assert told.would_be == {"withdrawn": 1}
    assert _lines(told) == {
        ("goes", f"{LINDE} is gevestigd in Lochem"), ("stays", f"Jan Pieterzoon is voorzitter bij {LINDE}"),
    }  # fmt: skip
    withdraw_page(graph, address)
    assert try_withdrawing(graph, address).outcomes == {"missing": 1}


HTML = f"""<html><body><h1>Over ons</h1><table><tr><th>Naam</th><th>Rol</th></tr>
<tr><td>Marie Haverkamp</td><td>voorzitter van {LINDE}</td></tr></table>
<p>{LINDE} is een initiatief in Lochem. Zie <a href="https://zutphen.example/">Zutphen</a>.</p></body></html>"""


def _read_worse(graph: Graph, folder: Path) -> tuple[PageReading, ...]:
    """Pages as a version of the reader read them that missed every role."""
    readings = []
    for name in ("linde.txt", "over.html"):
        for page in pages_in((folder / name).read_bytes(), (folder / name).as_uri()):
            readings.append(understand(page, "2024-01-01T00:00:00+00:00").reading)
    worse = [
        replace(reading, version="oud", claims=tuple(c for c in reading.claims if c.predicate != "HAS_ROLE"))
        for reading in readings
    ]
    record(graph, worse, begin_run(graph, "read", (), "2024-01-01T00:00:00+00:00"))
    return tuple(readings)


def test_a_new_version_reads_stored_texts_again_without_fetching_anything(graph: Graph, folder: Path) -> None:
    (folder / "over.html").write_text(HTML)
    best = _read_worse(graph, folder)
    for name in ("linde.txt", "over.html"):
        (folder / name).unlink()
    assert waiting(graph) == 2
    assert {line.what for line in try_again(graph).foreseen} == {"comes"}
    report = read_again(graph, (), now)
    assert (report.outcomes, report.retired) == ({"changed": 2}, 0)
    wanted = {c.id for reading in best for c in reading.claims}
    live = graph.answer(lambda tx: {row["claim"][0] for row in tx.ask("ledger/all_claims")})
    assert wanted <= live
    assert waiting(graph) == 0
    assert read_again(graph, (), now).run is None
    assert rebuild(graph, check=True).items == ()
    role = links(graph, LINDE, kind="HAS_ROLE").links[0].claims[0]
    assert claim(graph, role.id).first_seen == "2024-01-01T00:00:00+00:00"
    assert role.by.startswith(READER)
    since = "2025"
    assert changes(graph, since).total == 0
    assert {item.cause for item in changes(graph, since, everything=True).items} == {"reader"}
