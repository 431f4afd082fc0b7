"""Every export, read back by a reader that is not ours, is the graph that was exported."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest
import rdflib
from neo4j import GraphDatabase

from graph_model.errors import BadQuestion
from queries import Graph
from queries.exports import FORMATS, export
from queries.exports.network import xml_text
from queries.invented import invented_things
from queries.ledger.erasing import erase
from tests.api.hostile import load_hostile
from tests.engines.neo4j_server import USER, Neo4jServer
from tests.queries.pages import AT, at_home, initiative, load_neighbourhood, said
from tests.queries.pages import load as load_claims

FORMULA = '=HYPERLINK("http://kwaad.example";"klik")'
Known = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def exported_from(opened: Graph) -> Graph:
    """The neighbourhood, with names that would do harm and a line end in one of them; only to be read."""
    from tests.engines.emptying import empty_out

    empty_out(opened)
    load_neighbourhood(opened)
    load_hostile(opened)
    odd = initiative(FORMULA)
    lines = "een\ntwee; drie | vier"
    load_claims(opened, [said(odd, "form", lines), *at_home(FORMULA, 52.1, 6.2), said(odd, "address", "@SUM(1)")])
    return opened


@pytest.fixture
def make(exported_from: Graph, tmp_path: Path) -> Callable[[str], Path]:
    """Exports in a format and gives the path of what was made."""

    def made(name: str) -> Path:
        path = tmp_path / f"uit-{name}"
        told = export(exported_from, name, path)
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        assert told.version == exported_from.answer(lambda reading: reading.version)
        return path

    return made


def _things(graph: Graph) -> Known:
    rows = graph.answer(lambda reading: reading.run("MATCH (t:Thing) RETURN properties(t) AS t"))
    return {row["t"]["id"]: row["t"] for row in rows}


def _links(graph: Graph) -> Known:
    text = "MATCH (a:Thing)-[l]->(b:Thing) RETURN properties(l) AS l, type(l) AS kind, a.id AS start, b.id AS end"
    rows = graph.answer(lambda reading: reading.run(text))
    return {row["l"]["id"]: {**row["l"], "kind": row["kind"], "start": row["start"], "end": row["end"]} for row in rows}


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, float):
        return math.isclose(float(value), wanted)
    return bool(value == wanted)


def _ends(links: Known) -> set[tuple[str, str, str, str]]:
    return {(name, link["kind"], link["start"], link["end"]) for name, link in links.items()}


def _plain(text: str) -> str:
    """A text as a spreadsheet is given it: without what would make it a formula."""
    return text.lstrip("\t\r\n\0\ufeff\u200b\u2060 ").lstrip("'")


def test_csv_is_read_by_pandas(make: Callable[[str], Path], exported_from: Graph) -> None:
    folder, known, links = make("csv"), _things(exported_from), _links(exported_from)
    things = pd.read_csv(folder / "things.csv", keep_default_na=False).set_index("id")
    assert set(things.index) == set(known)
    for name, thing in known.items():
        assert _plain(things.loc[name, "name"]).replace("\r", "") == _plain(thing["name"]).replace("\r", "")
        assert [one for one in things.loc[name, "aliases"].split(" | ") if one] == [_plain(a) for a in thing["aliases"]]
    rows = pd.read_csv(folder / "links.csv", keep_default_na=False, dtype={"role": str})
    assert {tuple(row) for row in rows[["id", "kind", "start", "end"]].itertuples(index=False)} == _ends(links)
    assert all(row.claims.split(" | ") == list(links[row.id]["claims"]) for row in rows.itertuples())


def test_no_cell_of_csv_begins_a_formula(make: Callable[[str], Path]) -> None:
    for file in make("csv").iterdir():
        for _, row in pd.read_csv(file, dtype=str, keep_default_na=False).iterrows():
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "@", "\t", "\r")), cell
                assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit()


def test_parquet_is_read_by_pyarrow_with_its_types(make: Callable[[str], Path], exported_from: Graph) -> None:
    folder, known, links = make("parquet"), _things(exported_from), _links(exported_from)
    things = {row["id"]: row for row in pq.read_table(folder / "things.parquet").to_pylist()}
    assert {name: row["name"] for name, row in things.items()} == {name: one["name"] for name, one in known.items()}
    for name, row in things.items():
        told = {key: value for key, value in row.items() if value not in (None, []) and key != "invented"}
        assert all(_same(value, known[name][key]) for key, value in told.items())
        assert told.keys() >= {"id", "kind", "name"}
    rows = {row["id"]: row for row in pq.read_table(folder / "links.parquet").to_pylist()}
    assert _ends(rows) == _ends(links)
    assert all(_same(row["confidence"], links[name]["confidence"]) for name, row in rows.items())
    assert all(row["claims"] == links[name]["claims"] for name, row in rows.items())


@pytest.mark.parametrize(
    ("name", "read"), [("graphml", partial(nx.read_graphml, force_multigraph=True)), ("gexf", nx.read_gexf)]
)
def test_networks_are_read_by_networkx(
    make: Callable[[str], Path], exported_from: Graph, name: str, read: Callable[..., Any]
) -> None:
    found, known, links = read(make(name)), _things(exported_from), _links(exported_from)
    assert {node: values["name"] for node, values in found.nodes(data=True)} == {
        node: _xml_read(thing["name"]) for node, thing in known.items()
    }
    if name == "graphml":
        rows = [(key, start, end, values) for start, end, key, values in found.edges(keys=True, data=True)]
    else:  # which is no multigraph to this reader, where no two links join the same two things
        rows = [(values["id"], start, end, values) for start, end, values in found.edges(data=True)]
    edges = {key: {"kind": values["kind"], "start": start, "end": end} for key, start, end, values in rows}
    assert _ends(edges) == _ends(links)


def _xml_read(text: str) -> str:
    """A text as XML gives it back: its line ends are one character."""
    return xml_text(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own
def test_jsonld_is_read_by_rdflib(make: Callable[[str], Path], exported_from: Graph) -> None:
    told, known, links = rdflib.Graph(), _things(exported_from), _links(exported_from)
    told.parse(make("jsonld"), format="json-ld")
    schema, rdf = rdflib.Namespace("https://schema.org/"), rdflib.RDF
    names = {str(s).rpartition(":")[2]: str(o) for s, o in told.subject_objects(schema.name)}
    assert names == {name: thing["name"] for name, thing in known.items()}
    found = {
        str(link).rpartition(":")[2]: {
            "kind": str(told.value(link, rdf.predicate)).rpartition(":")[2],
            "start": str(told.value(link, rdf.subject)).rpartition(":")[2],
            "end": str(told.value(link, rdf.object)).rpartition(":")[2],
        }
        for link in told.subjects(rdf.type, rdf.Statement)
    }
    assert _ends(found) == _ends(links)
    organised = {link["end"] for link in links.values() if link["kind"] == "ORGANISES"}
    assert {str(event).rpartition(":")[2] for event in told.subjects(schema.organizer)} == organised


def test_geojson_has_a_point_for_all_that_is_somewhere(make: Callable[[str], Path], exported_from: Graph) -> None:
    found = json.loads(make("geojson").read_text(encoding="utf-8"))
    known = _things(exported_from)
    assert found["type"] == "FeatureCollection"
    placed = {one["id"]: one for one in found["features"]}
    own = {name for name, thing in known.items() if thing.get("lat") is not None}
    exact = {name for name in own if known[name]["position_precision"] in ("address", "place", "municipality")}
    assert exact <= placed.keys()
    for name, feature in placed.items():
        lon, lat = feature["geometry"]["coordinates"]
        assert 3 < lon < 8
        assert 50 < lat < 54
        assert feature["properties"]["precision"] in ("address", "place", "municipality")
        assert ("via" in feature["properties"]) != (name in exact)


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_neo4j_admin_is_read_by_neo4j_itself(
    make: Callable[[str], Path], exported_from: Graph, neo4j_jars: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, known, links = make("neo4j-admin"), _things(exported_from), _links(exported_from)
    server = Neo4jServer(tmp_path_factory.mktemp("import"), neo4j_jars)
    (server.home / "conf").mkdir()
    (server.home / "conf" / "neo4j.conf").write_text("dbms.usage_report.enabled=false\n")
    command = (folder / "import.sh").read_text().replace("\\\n", " ").splitlines()[-1].split()[1:]
    aimed = [word.replace("things.csv", f"{folder}/things.csv").replace("links.csv", f"{folder}/links.csv")
             for word in command]  # fmt: skip
    done = server.admin(*aimed, f"--report-file={server.home}/import.report")
    assert done.returncode == 0, done.stdout + done.stderr
    with server, GraphDatabase.driver(server.address, auth=(USER, server.password)) as driver:
        nodes = driver.execute_query("MATCH (t:Thing) RETURN properties(t) AS t, labels(t) AS labels").records
        drawn = driver.execute_query(
            "MATCH (a)-[l]->(b) RETURN l.id AS id, type(l) AS kind, a.id AS start, b.id AS end, l.claims AS claims, "
            "l.stated AS stated, l.sources AS sources"
        ).records
    assert {row["t"]["id"]: row["t"]["name"] for row in nodes} == {name: one["name"] for name, one in known.items()}
    assert all(set(row["labels"]) == {"Thing", known[row["t"]["id"]]["kind"]} for row in nodes)
    assert _ends({row["id"]: dict(row) for row in drawn}) == _ends(links)
    for row in drawn:
        link = links[row["id"]]
        assert (row["claims"], row["stated"], row["sources"]) == (link["claims"], link["stated"], link["sources"])


def test_what_is_invented_is_marked(make: Callable[[str], Path], exported_from: Graph) -> None:
    rows = pq.read_table(make("parquet") / "things.parquet").to_pylist()
    assert {row["id"] for row in rows if row["invented"]} == invented_things(exported_from)[0]
    assert any(row["invented"] for row in rows)


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.is_file())


def test_a_folder_that_holds_something_is_left_alone(exported_from: Graph, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van mij")
    with pytest.raises(BadQuestion, match="bestaat al"):
        export(exported_from, "csv", tmp_path / "vol")
    with pytest.raises(BadQuestion, match="niet te schrijven"):
        export(exported_from, "gexf", tmp_path / "nergens" / "x.gexf")
    with pytest.raises(BadQuestion, match="is geen formaat"):
        export(exported_from, "docx", tmp_path / "x")
    assert [file.name for file in _files(tmp_path)] == ["brief.txt"]


def test_an_export_replaces_the_file_of_before(exported_from: Graph, tmp_path: Path) -> None:
    first = export(exported_from, "geojson", tmp_path / "x.geojson")
    again = export(exported_from, "geojson", tmp_path / "x.geojson")
    assert first == again
    assert [file.name for file in _files(tmp_path)] == ["x.geojson"]


def test_whoever_was_erased_is_in_no_export(graph: Graph, tmp_path: Path) -> None:
    load_neighbourhood(graph)
    person = next(thing["name"] for thing in _things(graph).values() if thing["kind"] == "Person")
    erase(graph, person, AT)
    for name in FORMATS:
        export(graph, name, tmp_path / name)
    for file in _files(tmp_path):
        if file.suffix != ".parquet":
            assert person not in file.read_text(encoding="utf-8")
        else:
            assert person not in repr(pq.read_table(file).to_pylist())
