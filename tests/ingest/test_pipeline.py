"""A run: pages in, claims kept, nothing lost; on each engine."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from graph_model.projection.project import Projection
from ingest.pipeline import read_into, try_out, undo, withdraw_page
from ingest.samples import sample_pages
from ingest.sources import address_of, list_sources
from queries import Graph
from queries.ledger.rebuild import projected, rebuild
from queries.ledger.runs import runs

PAGES = {
    "a.txt": "Buurtkring Noord\n\nBuurtkring Noord werkt samen met Zorggroep De Berkelbrug in Zutphen.\n",
    "b.txt": "Open dag\n\nZorggroep De Berkelbrug organiseert op 12 juni 2025 een open dag in Zutphen.\n",
    "c.md": "# Over ons\n\nAnna Oeverhofstra is voorzitter van Buurtkring Noord. Bert Tolkamper is bewoner van Elim.\n",
    "d.html": "<!doctype html><title>Nieuws</title><p>Buurtkring Noord is gevestigd in Warnsveld.</p>",
    "leeg.txt": "",
    "binair.txt": "\x00\x01\x02\x03",
}
READABLE = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def read(graph: Graph, *sources: Path | str) -> dict[str, int]:
    return read_into(graph, list_sources(map(str, sources))).outcomes


def contents(graph: Graph) -> Projection:
    """The graph as it follows from the ledger, after a look that it is what is stored."""
    assert rebuild(graph, check=True).items == ()
    return projected(graph)


def same(one: Projection, other: Projection) -> bool:
    return (one.nodes, one.links, one.group_of) == (other.nodes, other.links, other.group_of)


def test_a_run_keeps_what_can_be_read_and_reports_the_rest(graph: Graph, folder: Path) -> None:
    report = read_into(graph, list_sources([str(folder), str(folder / "weg.txt")]), "read", [str(folder)])
    assert (report.pages, report.outcomes, report.faults) == (READABLE, {"new": READABLE}, ())
    assert {Path(trouble.source).name for trouble in report.not_understood} == {"leeg.txt", "binair.txt", "weg.txt"}
    assert report.added == report.claims > 0
    run = runs(graph)[0]
    assert (run.id, run.command, run.status) == (report.run, "read", "partly")
    assert run.counts["pages"] == READABLE
    names = {node.name for node in contents(graph).nodes.values()}
    assert {"Buurtkring Noord", "Zorggroep De Berkelbrug", "Zutphen"} <= names


def test_the_second_run_finds_nothing_new(graph: Graph, folder: Path) -> None:
    read(graph, folder)
    before = contents(graph)
    report = read_into(graph, list_sources([str(folder)]))
    assert report.outcomes == {"unchanged": READABLE}
    assert (report.added, report.updated, report.retired) == (0, 0, 0)
    assert same(contents(graph), before)


def test_people_without_a_public_role_are_counted_and_not_kept(graph: Graph, folder: Path) -> None:
    report = read_into(graph, list_sources([str(folder / "c.md")]))
    assert report.people_left_out == 1
    people = {node.name for node in contents(graph).nodes.values() if node.kind == "Person"}
    assert people == {"Anna Oeverhofstra"}


def test_a_page_that_changed_gives_up_what_it_no_longer_says(graph: Graph, folder: Path) -> None:
    read(graph, folder)
    (folder / "d.html").write_text("<!doctype html><title>Nieuws</title><p>Er is koffie in Lochem.</p>")
    assert read(graph, folder) == {"changed": 1, "unchanged": READABLE - 1}
    names = {node.name for node in contents(graph).nodes.values()}
    assert "Warnsveld" not in names
    assert "Lochem" in names


def test_what_only_a_withdrawn_page_said_goes_and_undoing_brings_it_back(graph: Graph, folder: Path) -> None:
    read(graph, folder)
    whole = contents(graph)
    report = withdraw_page(graph, address_of(str(folder / "d.html")))
    assert report.outcomes == {"withdrawn": 1}
    assert report.retired > 0
    without = contents(graph)
    gone = {node.name for key, node in whole.nodes.items() if key not in without.nodes}
    assert gone == {"Warnsveld", "Nieuws"}
    assert report.run is not None
    assert undo(graph, report.run).pages == 1
    assert same(contents(graph), whole)


def test_withdrawing_a_page_that_was_never_read_changes_nothing(graph: Graph, folder: Path) -> None:
    read(graph, folder)
    before = contents(graph)
    done = len(runs(graph))
    assert withdraw_page(graph, "https://nergens.example/").outcomes == {"missing": 1}
    assert len(runs(graph)) == done
    assert same(contents(graph), before)


def test_undoing_a_whole_run_empties_the_graph_and_reading_again_fills_it(graph: Graph, folder: Path) -> None:
    report = read_into(graph, list_sources([str(folder)]))
    whole = contents(graph)
    assert report.run is not None
    undo(graph, report.run)
    assert contents(graph).nodes == {}
    assert read(graph, folder) == {"restored": READABLE}
    assert same(contents(graph), whole)


def test_a_run_that_is_broken_off_has_lost_nothing_that_it_reported(graph: Graph, folder: Path) -> None:
    for number in range(9):
        (folder / f"e{number}.txt").write_text(
            f"Bericht {number}\n\nBuurtkring Noord organiseert op {number + 1} juni 2025 een feest.\n"
        )
    reported: list[int] = []

    def stop(done: int) -> None:
        reported.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into(graph, list_sources([str(folder)]), progress=stop)
    assert runs(graph)[0].status == "failed"
    assert len(reported) == 1
    assert 0 < reported[0] < 9 + len(PAGES)
    outcomes = read(graph, folder)
    assert outcomes["new"] + outcomes["unchanged"] == READABLE + 9
    assert outcomes["unchanged"] >= reported[0] - 2  # of the pages reported, two can't be read
    interrupted = contents(graph)
    last = runs(graph)
    for run in last:
        undo(graph, run.id)
    assert read(graph, folder)["restored"] == READABLE + 9
    assert same(contents(graph), interrupted)


def test_progress_counts_up_to_all_pages(graph: Graph, folder: Path) -> None:
    told: list[int] = []
    read_into(graph, list_sources([str(folder)]), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == len(PAGES)


def test_a_dry_run_keeps_nothing_and_needs_no_graph(folder: Path) -> None:
    report = try_out(list_sources([str(folder)]))
    assert (report.dry_run, report.run, report.outcomes) == (True, None, {"understood": READABLE})
    assert report.claims > 0
    assert len(report.not_understood) == 2


def test_an_older_copy_of_a_page_does_not_take_the_place_of_a_newer_one(graph: Graph, folder: Path) -> None:
    listing = list_sources([str(folder / "d.html")])
    read_into(graph, listing, clock=lambda: "2025-07-02T10:00:00+00:00")
    before = contents(graph)
    (folder / "d.html").write_text("<!doctype html><title>Nieuws</title><p>Er is koffie in Lochem.</p>")
    assert read_into(graph, listing, clock=lambda: "2025-07-01T10:00:00+00:00").outcomes == {"older": 1}
    assert same(contents(graph), before)


def test_the_order_of_pages_does_not_count(graph: Graph, folder: Path) -> None:
    ticks = count()
    files = [folder / name for name in PAGES]

    def clock() -> str:
        return f"2025-07-01T10:{next(ticks):02d}:00+00:00"

    first = read_into(graph, list_sources(map(str, files)), clock=clock)
    forwards = contents(graph)
    assert first.run is not None
    undo(graph, first.run)
    for file in reversed(files):
        read_into(graph, list_sources([str(file)]), clock=clock)
    assert same(contents(graph), forwards)


def test_the_same_text_at_two_addresses_is_one_document_and_one_source(graph: Graph, folder: Path) -> None:
    (folder / "kopie.txt").write_text(PAGES["a.txt"])
    read(graph, folder / "a.txt", folder / "kopie.txt")
    found = contents(graph)
    assert len([node for node in found.nodes.values() if node.kind == "Document"]) == 1
    assert all(link.sources == 1 for link in found.links.values())


def test_the_sample_pages_read_without_a_fault_and_tell_of_one_neighbourhood(graph: Graph) -> None:
    report = read_into(graph, sample_pages(), "demo")
    assert (report.outcomes, report.not_understood, report.faults) == ({"new": 12}, (), ())
    names = {node.name for node in contents(graph).nodes.values()}
    assert {"Zorggroep De Berkelbrug", "Buurtkring Berkelpoort", "Zutphen"} <= names
