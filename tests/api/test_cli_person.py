"""What is held on a name, forgetting it, and backups, on the command line; and that no way in finds the name after."""

from __future__ import annotations

import json
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from api.cli.failures import write_trace
from graph_model.names import fold_person
from ingest.fetch.outcomes import Validators
from ingest.fetch.snapshots import FILE_NAME, Snapshot, Snapshots
from queries import Graph
from tests.api.clients import client
from tests.api.conftest import Command
from tests.queries.backups import image_of, lines_of, unpack_image
from tests.queries.disk import files_with
from tests.queries.held import AT, NAME, OWN, STAYS, load_name, where_held


@pytest.fixture
def named(graph: Graph) -> Graph:
    """A graph that holds a name everywhere."""
    load_name(graph)
    return graph


@pytest.fixture(autouse=True)
def _own_folder(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was fetched lies in the data folder, also beside a Neo4j."""
    if engine == "neo4j":
        monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path))


def _knows(text: str) -> bool:
    return "wijkmanhof" in fold_person(text)


def test_what_is_held_is_told_as_a_document_and_as_json(samenspel: Command, named: Graph) -> None:
    said = samenspel("person", "show", NAME.upper())
    assert said.status == 0
    assert said.out.startswith(f"Wat Samenspel bewaart over {NAME}\n")
    for part in (
        "is voorzitter bij De Lindekring",
        "https://dorp.example/bericht",
        "hetzelfde: ",
        "vergeten te worden",
    ):
        assert part in said.out
    told = json.loads(samenspel("person", "show", NAME, "--json").out)
    assert told["namesakes"] == 1
    assert {page["url"] for page in told["named"]} == {
        "https://dorp.example/bericht", "https://dorp.example/na", "https://dorp.example/team/truida-wijkmanhof",
    }  # fmt: skip
    assert told["earlier"]
    assert told["elsewhere"]
    assert samenspel("person", "show", "Piet Nergenshuizen").out.count("Er wordt niets bewaard op deze naam.") == 1


def test_forgetting_asks_and_then_no_way_in_finds_the_name(samenspel: Command, named: Graph, tmp_path: Path) -> None:
    assert samenspel("person", "erase", NAME).status == 2  # nobody can answer here, so --yes is needed
    assert where_held(named, NAME)
    said = samenspel("person", "erase", NAME, "--yes")
    assert said.status == 0
    assert not _knows(said.out)
    assert ("Stop de server." in said.out) == (named.engine == "neo4j")
    assert where_held(named, NAME) == set()
    for words in (("links", STAYS), ("show", STAYS), ("runs", "list"), ("candidates",), ("why", STAYS, "Lindekring")):
        assert not _knows(samenspel(*words).out)
    backup = tmp_path / "backup"
    assert samenspel("backup", str(backup)).status == 0
    assert not _knows(b"".join(lines_of(backup)).decode())
    if image_of(backup):
        unpack_image(backup, tmp_path / "image")
        assert files_with(tmp_path / "image", NAME) == []
    map_file = tmp_path / "map.html"
    assert samenspel("map", "--out", str(map_file)).status == 0
    assert not _knows(map_file.read_text(encoding="utf-8"))
    with client(named, tmp_path) as asking:
        for address in _addresses(named):
            answer = asking.get(address)
            assert answer.status_code == 200
            assert not _knows(answer.text)


def _addresses(graph: Graph) -> list[str]:
    """Pages and answers about what is left."""
    rows = graph.answer(lambda tx: tx.run("MATCH (t:Thing) RETURN t.id AS id, t.kind AS kind"))
    things = [f"/{'bron' if row['kind'] == 'Document' else 'ding'}/{row['id']}" for row in rows]
    return ["/zoeken?q=lindekring", "/api/v1/search?q=lindekring", "/api/v1/map", "/", *things]


def test_what_was_fetched_and_traces_of_faults_are_forgotten_too(
    samenspel: Command, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("SAMENSPEL_DATA", str(tmp_path / "data"))
    trace, other = write_trace(f"samenspel show '{NAME}'"), write_trace("samenspel show 'De Linde'")
    place = tmp_path / "data" / FILE_NAME
    with Snapshots(place) as snapshots:
        for address in (OWN, "https://dorp.example/bericht"):
            snapshots.save([Snapshot(address, Validators(address, "", ""), "1", AT, {address: "f"})])
    monkeypatch.setattr("api.cli.person.graph_of", lambda told, writing=False: nullcontext(graph))
    done = json.loads(samenspel("person", "erase", NAME, "--yes", "--json").out)
    assert (done["fetched"], done["traces"]) == (1, 1)
    assert (trace and trace.exists(), other and other.exists()) == (False, True)
    assert b"wijkmanhof" not in place.read_bytes()
    with Snapshots(place) as snapshots:
        assert snapshots.find("https://dorp.example/bericht")


def test_a_backup_is_put_back_by_command(samenspel: Command, named: Graph, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    told = json.loads(samenspel("backup", str(backup), "--json").out)
    assert told["rows"]["Page"] == 3
    assert samenspel("restore", str(backup)).status == 2
    assert samenspel("restore", str(backup), "--yes").out.startswith("Teruggezet: 3 pagina's")
    assert where_held(named, NAME)
    (tmp_path / "none").write_text("Beste mensen,")
    refused = samenspel("restore", str(tmp_path / "none"), "--yes")
    assert (refused.status, "is geen back-up" in refused.err) == (4, True)
