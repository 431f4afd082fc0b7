"""Lists of places: files of GeoNames and tables into lines, and what those do in a graph."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from graph_model.evidence import End
from ingest.places import import_places
from ingest.places.files import places_in
from queries import Graph
from queries.ledger.pages import withdraw
from queries.ledger.place_list import ADDRESS, PlaceLine, PlaceList, line_of
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run
from queries.near import near
from queries.show import show
from tests.queries.pages import AT, initiative, load, said

# Nineteen columns: id, name, plain name, other names, lat, lon, class, code, country, …, admin1, admin2, …, people, …
_DUMP = (
    ("100", "Gemeente Zeist", "52.08", "5.27", "A", "ADM2", "10", "0355", "0"),
    ("101", "Provincie Utrecht", "52.1", "5.2", "A", "ADM1", "10", "", "0"),
    ("200", "Austerlitz", "52.0817", "5.3139", "P", "PPL", "10", "0355", "1500"),
    ("201", "Austerlitz", "52.0000", "5.0000", "P", "PPLX", "10", "0355", "9000"),
    ("202", "Blanda", "52.05", "5.25", "P", "PPL", "10", "0355", "3"),
    ("203", "Verdronken Dorp", "52.3", "5.3", "P", "PPLH", "10", "0355", "0"),
    ("204", "Slot Zeist", "52.09", "5.24", "S", "CSTL", "10", "0355", "0"),
)  # fmt: skip
HAMLET = End("Place", "Blanda")


def _dump(rows: tuple[tuple[str, ...], ...] = _DUMP) -> str:
    lines = []
    for number, name, lat, lon, sort, code, province, municipality, people in rows:
        cells = [number, name, name, "", lat, lon, sort, code, "NL", "", province, municipality, "", "", people]
        lines.append("\t".join([*cells, "", "", "Europe/Amsterdam", "2025-01-01"]))
    return "\n".join(lines) + "\n"


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_dump_of_geonames_gives_its_towns_with_municipality_and_province(tmp_path: Path) -> None:
    places, wrong = places_in(_written(tmp_path, "NL.txt", _dump()))
    assert (wrong, places) == (
        [],
        [
            PlaceLine("Austerlitz", "Zeist", "Utrecht", 52.0817, 5.3139, "200", "NL.txt"),
            PlaceLine("Blanda", "Zeist", "Utrecht", 52.05, 5.25, "202", "NL.txt"),
        ],
    )


def test_a_dump_is_read_from_the_zip_that_it_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "NL.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "GeoNames")
        archive.writestr("NL.txt", _dump())
    assert [place.name for place in places_in(path)[0]] == ["Austerlitz", "Blanda"]


@pytest.mark.parametrize(
    "text",
    [
        "name,lat,lon,municipality,province\nBlanda,52.05,5.25,Zeist,Utrecht\n",
        "naam;breedte;lengte;gemeente;provincie\r\nBlanda;52,05;5,25;Zeist;Utrecht\r\n",
        "\ufeffNaam\tLatitude\tLongitude\tGemeente\tProvincie\n\nBlanda\t52.05\t5.25\tZeist\tUtrecht\n",
    ],
)
def test_a_table_is_read_with_commas_semicolons_or_tabs(tmp_path: Path, text: str) -> None:
    places, wrong = places_in(_written(tmp_path, "lijst.csv", text))
    assert (places, wrong) == ([PlaceLine("Blanda", "Zeist", "Utrecht", 52.05, 5.25, "", "lijst.csv")], [])


def test_lines_that_are_wrong_are_told_and_the_others_go_in(tmp_path: Path) -> None:
    text = "name,lat,lon\nBlanda,52.05,5.25\n,52,5\nFout,noord,5\nVer weg,99,5\nOok fout,nan,5\n"
    places, wrong = places_in(_written(tmp_path, "lijst.csv", text))
    assert [place.name for place in places] == ["Blanda"]
    assert [one.line for one in wrong] == [3, 4, 5, 6]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.csv", b"iets,anders\n1,2\n"),
        ("b.csv", b""),
        ("c.csv", b"name,lat,lon\n"),
        ("d.csv", b"\xff\xfe\x00n"),
        ("e.zip", b"PK\x03\x04 kapot"),
        ("f.csv", b'name,lat,lon\n"\0,1,2\n'),
        ("g.csv", b"name,lat,lon\n" + b"x" * 200_000 + b",1\n"),
    ],
)
def test_what_is_no_list_of_places_is_one_dutch_sentence(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(NotUnderstood, match=r"\.$|\)\.$"):
        places_in(tmp_path / name)


names = st.text(max_size=30)


@given(names, names, names, st.floats(-90, 90), st.floats(-180, 180), st.booleans())
def test_a_stored_line_gives_its_place_back(
    name: str, municipality: str, province: str, lat: float, lon: float, sole: bool
) -> None:  # fmt: skip
    stored = PlaceLine(name, municipality, province, round(lat, 5), round(lon, 5), "12", "NL.txt", sole).text
    assert line_of(stored).text == stored
    assert len(stored.splitlines()) <= 1
    assert [line.text for line in PlaceList(stored).lines] == [stored]


def _village(graph: Graph, folder: Path) -> None:
    load(graph, [said(initiative("De Kring"), "BASED_IN", HAMLET)])


def _list(graph: Graph, folder: Path) -> None:
    import_places(graph, _written(folder, "NL.txt", _dump()), clock=lambda: "2025-08-01T00:00:00+00:00")


def test_a_hamlet_lies_where_the_list_says_in_whatever_order_they_came(
    emptied: Callable[[], Graph], tmp_path: Path
) -> None:
    seen = []
    for steps in ((_village, _list), (_list, _village)):
        graph = emptied()
        for step in steps:
            step(graph, tmp_path)
        hamlet = show(graph, "Blanda")
        seen.append(hamlet.model_dump(exclude={"version", "page"}))
        assert hamlet.position is not None
        assert (hamlet.position.lat, hamlet.position.lon, hamlet.position.precision) == (52.05, 5.25, "place")
        assert hamlet.fields["municipality"].value == "Zeist"
        quote = hamlet.fields["municipality"].values[0].claims[0].quote
        assert quote == "Blanda | Zeist | Utrecht | 52.05000, 5.25000 | 202 | NL.txt | enige van deze naam"
        assert [n.thing.name for n in near(graph, "Blanda", km=1).initiatives] == ["De Kring"]
        assert rebuild(graph, check=True).items == ()
    assert seen[0] == seen[1]


def test_what_improved_is_told_and_a_municipality_gives_way_to_the_place(graph: Graph, tmp_path: Path) -> None:
    austerlitz = End("Place", "Austerlitz", "gn200")
    load(graph, [
        said(initiative("De Kring"), "BASED_IN", austerlitz), said(austerlitz, "position", "52.0,5.2,municipality"),
        said(initiative("De Ander"), "BASED_IN", End("Place", "Zeist")),
    ])  # fmt: skip
    report = import_places(graph, _written(tmp_path, "NL.txt", _dump()))
    assert (report.lines, report.stored, report.known, report.placed) == (2, 2, 2, 1)
    assert [(one.name, one.was) for one in report.improved] == [("Austerlitz", "municipality")]
    assert (report.initiatives_before, report.initiatives_after) == (
        {"municipality": 1, "": 1}, {"place": 1, "": 1},
    )  # fmt: skip


def test_a_second_file_stands_beside_the_first_and_a_new_edition_takes_its_place(graph: Graph, tmp_path: Path) -> None:
    _village(graph, tmp_path)
    _list(graph, tmp_path)
    other = _written(tmp_path, "eigen.csv", "name,lat,lon\nAchteraf,52.2,5.2\n")
    assert import_places(graph, other).stored == 3
    moved = _dump(tuple((*row[:2], "52.06", *row[3:]) for row in _DUMP))
    assert import_places(graph, _written(tmp_path, "NL.txt", moved)).stored == 3
    place = show(graph, "Blanda").position
    assert place is not None
    assert place.lat == 52.06


def test_the_list_is_taken_back_as_any_page_is(graph: Graph, tmp_path: Path) -> None:
    _list(graph, tmp_path)
    _village(graph, tmp_path)
    withdraw(graph, ADDRESS, begin_run(graph, "withdraw", [], AT), "2025-09-01T00:00:00+00:00")
    assert show(graph, "Blanda").position is None
    assert rebuild(graph, check=True).items == ()


def test_a_name_that_the_shipped_places_know_is_not_given_to_a_namesake(graph: Graph, tmp_path: Path) -> None:
    load(graph, [said(initiative("De Kring"), "BASED_IN", End("Place", "Zeeland"))])
    import_places(graph, _written(tmp_path, "x.csv", "name,lat,lon,municipality\nZeeland,51.69,5.68,Maashorst\n"))
    assert show(graph, "Zeeland", limit=1).position is None
