"""Reading from the web on the command line, as a user would; against a real server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli import main
from queries import Graph
from tests.api.conftest import Command
from tests.ingest.fetch.misbehaving import PAGE, Server, answer, running

DESCRIPTION = """
name = "proef"
title = "Proefbron"
start = ["http://{door}/"]
read = ["{door}", "{door}/*"]

[expected]
pages = {{min = 2}}
"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with running({"/": answer(PAGE), "/oud": answer("weg", "410 Gone")}) as server:
        monkeypatch.setenv("SAMENSPEL_PRIVATE_HOSTS", server.door)
        yield server


def test_a_source_that_gives_too_little_makes_the_run_red_and_stands_in_the_list(
    samenspel: Command, graph: Graph, site: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMENSPEL_CONTACT", "beheer@example.org")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # what is remembered lies there, also of a graph elsewhere
    path = tmp_path / "proef.toml"
    path.write_text(DESCRIPTION.format(door=site.door), encoding="utf-8")
    said = samenspel("read", str(path))
    assert said.status == 4
    assert "1 pagina gelezen: 1 nieuw." in said.out
    assert "Anders dan verwacht: Proefbron: 1 pagina's gevonden, minstens 2 verwacht." in said.err
    assert "“Buurtkring Noord werkt samen met" in samenspel("links", "Zorggroep De Berkelbrug").out
    assert "1 anders dan verwacht" in samenspel("runs").out
    listed = {one["name"]: one for one in json.loads(samenspel("sources", "--json").out)["items"]}
    assert (listed["proef"]["bundled"], listed["proef"]["last"]["pages"]) == (False, 1)
    assert listed["loc"]["last"] is None
    assert "Proefbron: 1 pagina's gevonden, minstens 2 verwacht." in samenspel("sources").out
    agents = {asked.headers["user-agent"] for asked in site.asked}
    assert len(agents) == 1
    assert agents.pop().endswith(" (+beheer@example.org)")


def test_pages_are_extracted_by_address_and_by_list(
    site: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lijst.txt").write_text(f"# adressen\n{site.address('/oud')}\n")
    assert main(["extract", site.address("/"), "--list", str(tmp_path / "lijst.txt")]) == 4
    shown = capsys.readouterr()
    lines = [json.loads(line) for line in shown.out.splitlines()]
    assert [line["document"] for line in lines] == [site.address("/"), site.address("/oud")]
    assert "de site antwoordt 410" in shown.err
    assert any(entity["name"] == "Zorggroep De Berkelbrug" for entity in lines[0]["entities"])


def test_this_machine_and_its_neighbours_are_closed_unless_a_setting_opens_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with running({"/": answer(PAGE)}) as server:
        assert main(["extract", server.address("/"), "http://127.0.0.1/", "http://169.254.169.254/"]) == 4
        assert server.asked == []
    said = capsys.readouterr().err
    assert said.count("niet openbaar") == 2
    assert said.count("geen poort van een website") == 1


@pytest.mark.parametrize("words", [["read", "loc"], ["extract", "nlzve"], ["read", "--crawl", "https://a.example/"]])
def test_whoever_walks_through_a_site_says_who_he_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "SAMENSPEL_CONTACT" in capsys.readouterr().err


def test_without_any_source_something_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert [main([verb]) for verb in ("read", "extract")] == [2, 2]
    assert capsys.readouterr().err.count("Er ontbreekt iets: BRON.") == 2
