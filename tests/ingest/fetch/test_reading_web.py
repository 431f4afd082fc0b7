"""Pages from the web into the graph, and without one; against a real server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.extracting import Wishes, lines_of
from ingest.fetch.arriving import Web
from ingest.fetch.lapsing import report_gone
from ingest.fetch.snapshots import FILE_NAME, Snapshots
from ingest.pipeline import now, read_into, try_out, undo
from ingest.report import RunReport
from ingest.sources import Listing, list_sources
from queries import Graph
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import runs
from tests.ingest.fetch.conftest import Ask
from tests.ingest.fetch.misbehaving import Server, answer, counted, redirect, running, tagged


def text(name: str) -> str:
    return (
        f"<html lang='nl'><head><title>{name}</title></head><body><main><h1>{name}</h1>"
        f"<p>Buurtkring {name} werkt samen met Zorggroep De Berkelbrug in Zutphen.</p></main></body></html>"
    )


def index(*paths: str) -> str:
    return "<html><body><h1>Nieuws</h1>" + "".join(f"<a href='{path}'>x</a>" for path in paths) + "</body></html>"


LINKS = (
    "/nieuws/a",
    "/nieuws/b",
    "/nieuws/c",
    "/nieuws/dood",
    "/prive/x",
    "/nieuws/foto.jpg",
    "/elders",
    "/nieuws/weg",
)


@pytest.fixture
def site() -> Iterator[Server]:
    pages = {
        "/robots.txt": answer("User-agent: *\nDisallow: /prive\nDisallow: /nieuws/c\n", media="text/plain"),
        "/nieuws": tagged('"lijst"', index(*LINKS)),
        "/nieuws/a": tagged('"a1"', text("Noord")),
        "/nieuws/b": answer(text("Zuid"), last_modified="Mon, 01 Jun 2026 10:00:00 GMT"),
        "/nieuws/weg": redirect("/elders"),
        "/elders": answer(text("Elders")),
    }
    with running(pages) as server:
        yield server


DESCRIPTION = """
name = "proef"
title = "Proef"
start = ["http://{door}/nieuws"]
read = ["{door}/nieuws/*"]

[expected]
pages = {{min = {least}, max = 9}}
Initiative = {{max = 20}}
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one described source again and again."""

    graph: Graph
    web: Web
    site: Server
    folder: Path

    def listing(self, least: int = 2) -> Listing:
        path = self.folder / "proef.toml"
        path.write_text(DESCRIPTION.format(door=self.site.door, least=least), encoding="utf-8")
        return list_sources([str(path)])

    def read(self, least: int = 2, at: str = "") -> RunReport:
        self.site.asked.clear()
        return read_into(self.graph, self.listing(least), web=self.web, clock=lambda: at or now())


@pytest.fixture
def reader(graph: Graph, site: Server, asker: Ask, tmp_path: Path) -> Iterator[Reader]:
    with Snapshots(tmp_path / FILE_NAME) as snapshots:
        yield Reader(graph, Web(asker(site).fetcher, snapshots), site, tmp_path)


def test_a_source_is_read_asked_again_only_for_changes_and_held_against_what_is_expected(reader: Reader) -> None:
    site = reader.site
    first = reader.read()
    assert (first.status, first.outcomes, first.not_understood, first.faults) == ("done", {"new": 2}, (), ())
    assert site.paths() == ["/nieuws", "/nieuws/a", "/nieuws/b", "/nieuws/dood", "/nieuws/weg", "/elders"]
    assert (first.sources[0].pages, first.sources[0].unexpected) == (2, ())
    assert {note.partition(": ")[2].partition(" (")[0] for note in first.notes} == {
        "uitgesloten door de robots.txt van de site", "verwijzingen die doodlopen",
        "doorverwezen naar wat niet bij deze bron hoort",
    }  # fmt: skip

    second = reader.read()
    assert (second.outcomes, second.added, second.sources[0].found) == ({"unchanged": 2}, 0, first.sources[0].found)
    told = {one.path: one.headers for one in site.asked}
    assert told["/nieuws"]["if-none-match"] == '"lijst"'  # and still what it leads to is asked for
    assert told["/nieuws/b"]["if-modified-since"] == "Mon, 01 Jun 2026 10:00:00 GMT"

    site.pages |= {"/nieuws/a": tagged('"a2"', text("Oost"))}
    del site.pages["/nieuws/b"]
    third = reader.read()
    assert (third.outcomes, third.run and runs(reader.graph)[0].counts["gone"]) == ({"changed": 1}, 1)
    gone = third.gone[0]
    assert (gone.address, gone.pages, gone.status) == (site.address("/nieuws/b"), (site.address("/nieuws/b"),), 404)
    assert (gone.source, gone.grace, gone.since[:2]) == ("proef", 14, "20")
    assert third.sources[0].unexpected == ("Proef: 1 pagina's gevonden, 2 tot 9 verwacht.",)
    assert third.status == "partly"
    assert reader.read(least=1).gone[0].since == gone.since

    assert third.run is not None
    undo(reader.graph, third.run)
    fifth = reader.read(least=1)  # the site says "unchanged", but this graph no longer has that page so
    assert fifth.outcomes == {"changed": 1}
    assert site.times("/nieuws/a") == 2
    assert rebuild(reader.graph, check=True).items == ()
    last = reader.web.snapshots.last_runs()["proef"]
    assert (last.run, last.pages, last.unexpected) == (fifth.run, 1, ())


def test_a_page_that_is_gone_lapses_after_the_grace_of_its_source_and_comes_back_when_it_does(reader: Reader) -> None:
    page = reader.site.pages["/nieuws/b"]
    assert reader.read(at="2027-01-01T00:00:00+00:00").outcomes == {"new": 2}
    del reader.site.pages["/nieuws/b"]
    reader.site.pages["/nieuws"] = answer('<a href="/nieuws/a">a</a>')  # and nothing leads there any more
    gone = reader.read(least=1, at="2027-01-02T00:00:00+00:00")
    assert ([one.lapses for one in gone.gone], gone.outcomes) == (["2027-01-16"], {"unchanged": 1})
    assert reader.read(least=1, at="2027-01-15T23:00:00+00:00").outcomes == {"unchanged": 1}
    lapsed = reader.read(least=1, at="2027-01-16T01:00:00+00:00")
    assert (lapsed.outcomes, lapsed.retired > 0) == ({"unchanged": 1, "withdrawn": 1}, True)
    assert reader.read(least=1, at="2027-01-17T00:00:00+00:00").outcomes == {"unchanged": 1}
    reader.site.pages["/nieuws/b"] = page
    assert reader.read(at="2027-01-18T00:00:00+00:00").outcomes == {"unchanged": 1, "restored": 1}
    assert rebuild(reader.graph, check=True).items == ()


def test_what_somebody_says_is_gone_lapses_after_the_same_grace(reader: Reader) -> None:
    reader.read(at="2027-01-01T00:00:00+00:00")
    address = reader.site.address("/nieuws/b")
    said = report_gone(reader.web.snapshots, address, "2027-01-02T00:00:00+00:00")
    assert said is not None
    assert (said.source, said.lapses) == ("proef", "2027-01-16")
    still_there = reader.read(at="2027-01-20T00:00:00+00:00")
    assert still_there.outcomes == {"unchanged": 2}
    assert report_gone(reader.web.snapshots, "https://elders.example/x", "2027-01-02T00:00:00+00:00") is None


def test_a_run_that_is_broken_off_asks_nothing_more_and_the_next_one_goes_on(reader: Reader) -> None:
    def stop(done: int) -> None:
        raise KeyboardInterrupt

    listing = reader.listing()
    with pytest.raises(KeyboardInterrupt):
        read_into(reader.graph, listing, web=reader.web, progress=stop)
    assert runs(reader.graph)[0].status == "failed"
    assert sum(reader.read().outcomes.values()) == 2


def test_a_page_that_cannot_be_read_is_asked_for_again_as_a_whole(reader: Reader) -> None:
    reader.site.pages["/nieuws/a"] = tagged('"a"', "")
    for _ in range(2):
        report = reader.read(least=1)
        assert [trouble.source for trouble in report.not_understood] == [reader.site.address("/nieuws/a")]
        assert [one.headers.get("if-none-match") for one in reader.site.asked if one.path == "/nieuws/a"] == [None]


def test_trying_out_asks_for_everything_and_counts_the_same_way(site: Server, asker: Ask, tmp_path: Path) -> None:
    path = tmp_path / "proef.toml"
    path.write_text(DESCRIPTION.format(door=site.door, least=3), encoding="utf-8")
    report = try_out(list_sources([str(path), site.address("/weg")]), fetcher=asker(site).fetcher)
    assert (report.dry_run, report.outcomes, report.gone) == (True, {"understood": 2}, ())
    assert report.sources[0].unexpected == ("Proef: 2 pagina's gevonden, 3 tot 9 verwacht.",)
    assert report.sources[0].found
    assert [trouble.message for trouble in report.not_understood] == [
        "Op dit adres staat geen pagina (meer): de site antwoordt 404."
    ]


def test_what_pages_say_is_told_in_the_order_in_which_they_were_named(site: Server, asker: Ask, tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text("Buurtkring West\n\nBuurtkring West werkt samen met Elim in Zutphen.\n")
    with running({"/ver": answer(text("Ver"))}) as other:
        there = [site.address("/nieuws/b"), other.address("/ver"), site.address("/niets"), site.address("/nieuws/a")]
        listing = list_sources([*there[:2], str(tmp_path / "eigen.txt"), *there[2:]])
        lines = list(lines_of(listing, Wishes(), asker(site, other).fetcher))
    assert [line["document"] for line in lines] == [*there[:2], "eigen.txt", *there[2:]]
    assert [bool(line.get("entities")) for line in lines] == [True, True, True, False, True]
    assert "404" in lines[3]["error"]


def test_several_sites_are_read_together_and_each_is_asked_one_thing_at_a_time(asker: Ask) -> None:
    pages = {f"/{k}": counted(answer(text("Noord"))) for k in range(6)}
    with running(pages) as one, running(pages) as other:
        named = [
            server.address(path, f"{name}.example") for path in pages for name, server in (("a", one), ("b", other))
        ]
        fetcher = asker(one, other, names=["a.example", "b.example"]).fetcher
        found = list(lines_of(list_sources(named), Wishes(), fetcher))
        assert (one.most_at_once, other.most_at_once) == (1, 1)
    assert [line["document"] for line in found] == named
