"""Places by name: what is known, where it lies, and what several names mean."""

from __future__ import annotations

import json
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.names import fold
from ingest.gazetteer import Gazetteer, load
from ingest.gazetteer.entries import KINDS, from_line, to_line

# name, hints → kind, municipality, province, and roughly where (degrees, from an atlas)
PLACES = [
    ("Oegstgeest", "place", "Oegstgeest", "Zuid-Holland", 52.18, 4.47),
    ("Kampen", "place", "Kampen", "Overijssel", 52.56, 5.91),
    ("Austerlitz", "place", "Zeist", "Utrecht", 52.08, 5.31),
    ("Het Hogeland", "municipality", "Het Hogeland", "Groningen", 53.36, 6.53),
    ("Rotterdam-West", "district", "Rotterdam", "Zuid-Holland", 51.92, 4.46),
    ("Rotterdam", "place", "Rotterdam", "Zuid-Holland", 51.92, 4.48),
    ("Zeist", "place", "Zeist", "Utrecht", 52.09, 5.23),
    ("Best", "place", "Best", "Noord-Brabant", 51.51, 5.39),
    ("Een", "place", "Noordenveld", "Drenthe", 53.08, 6.39),
    ("America", "place", "Horst aan de Maas", "Limburg", 51.44, 5.98),
    ("'s-Hertogenbosch", "place", "'s-Hertogenbosch", "Noord-Brabant", 51.69, 5.30),
    ("Den Bosch", "place", "'s-Hertogenbosch", "Noord-Brabant", 51.69, 5.30),
    ("Den Haag", "place", "Den Haag", "Zuid-Holland", 52.08, 4.30),
    ("’s-Gravenhage", "place", "Den Haag", "Zuid-Holland", 52.08, 4.30),
    ("Bergen (NH)", "place", "Bergen", "Noord-Holland", 52.67, 4.70),
    ("Bergen (L)", "place", "Bergen", "Limburg", 51.60, 6.05),
    ("Bergen op Zoom", "place", "Bergen op Zoom", "Noord-Brabant", 51.49, 4.29),
    ("Hengelo", "place", "Hengelo", "Overijssel", 52.27, 6.79),
    ("Hengelo (Gld)", "place", "Bronckhorst", "Gelderland", 52.05, 6.31),
    ("Oost West en Middelbeers", "place", "Oirschot", "Noord-Brabant", 51.47, 5.25),
    ("Elsendorp", "place", "Gemert-Bakel", "Noord-Brabant", 51.58, 5.77),
    ("Wijk bij Duurstede", "place", "Wijk bij Duurstede", "Utrecht", 51.97, 5.34),
    ("Gent", "place", "Gent", "Oost-Vlaanderen", 51.05, 3.72),
    ("Antwerpen", "place", "Antwerpen", "Antwerpen", 51.22, 4.40),
    ("Brussel", "place", "Brussel", "Brussel", 50.85, 4.35),
    ("Deerlijk", "place", "Deerlijk", "West-Vlaanderen", 50.85, 3.35),
    ("Amsterdam", "place", "Amsterdam", "Noord-Holland", 52.37, 4.89),
    ("Utrecht", "place", "Utrecht", "Utrecht", 52.09, 5.12),
    ("Groningen", "place", "Groningen", "Groningen", 53.22, 6.57),
    ("Leeuwarden", "place", "Leeuwarden", "Friesland", 53.20, 5.80),
    ("Ljouwert", "place", "Leeuwarden", "Friesland", 53.20, 5.80),
    ("Assen", "place", "Assen", "Drenthe", 53.00, 6.56),
    ("Zwolle", "place", "Zwolle", "Overijssel", 52.51, 6.09),
    ("Arnhem", "place", "Arnhem", "Gelderland", 51.98, 5.91),
    ("Lelystad", "place", "Lelystad", "Flevoland", 52.51, 5.47),
    ("Haarlem", "place", "Haarlem", "Noord-Holland", 52.38, 4.64),
    ("Middelburg", "place", "Middelburg", "Zeeland", 51.50, 3.61),
    ("Maastricht", "place", "Maastricht", "Limburg", 50.85, 5.69),
    ("Nijmegen", "place", "Nijmegen", "Gelderland", 51.84, 5.86),
    ("Enschede", "place", "Enschede", "Overijssel", 52.22, 6.90),
    ("Tilburg", "place", "Tilburg", "Noord-Brabant", 51.56, 5.09),
    ("Breda", "place", "Breda", "Noord-Brabant", 51.59, 4.78),
    ("Uden", "place", "Maashorst", "Noord-Brabant", 51.66, 5.62),
    ("gemeente Uden", "former_municipality", "Maashorst", "Noord-Brabant", 51.66, 5.62),
    ("Ten Boer", "place", "Groningen", "Groningen", 53.28, 6.69),
    ("Weesp", "place", "Amsterdam", "Noord-Holland", 52.31, 5.04),
    ("Brielle", "place", "Voorne aan Zee", "Zuid-Holland", 51.90, 4.16),
    ("Zaandam", "place", "Zaanstad", "Noord-Holland", 52.44, 4.83),
    ("Wedde", "place", "Westerwolde", "Groningen", 53.07, 7.08),
    ("Ter Apel", "place", "Westerwolde", "Groningen", 52.88, 7.06),
    ("Sint-Annaland", "place", "Tholen", "Zeeland", 51.60, 4.11),
    ("St. Annaland", "place", "Tholen", "Zeeland", 51.60, 4.11),
    ("Surhuisterveen", "place", "Achtkarspelen", "Friesland", 53.18, 6.17),
    ("Tzummarum", "place", "Waadhoeke", "Friesland", 53.24, 5.55),
    ("Grashoek", "place", "Peel en Maas", "Limburg", 51.35, 5.96),
    ("Marienvelde", "place", "Oost Gelre", "Gelderland", 52.01, 6.45),
    ("Steenderen", "place", "Bronckhorst", "Gelderland", 52.07, 6.19),
    ("Hoonhorst", "place", "Dalfsen", "Overijssel", 52.50, 6.23),
    ("Nieuw-Balinge", "place", "Midden-Drenthe", "Drenthe", 52.78, 6.60),
    ("Krabbendijke", "place", "Reimerswaal", "Zeeland", 51.43, 4.11),
    ("Malburgen", "district", "Arnhem", "Gelderland", 51.97, 5.93),
    ("Lindenholt", "district", "Nijmegen", "Gelderland", 51.83, 5.79),
    ("Land van Cuijk", "municipality", "Land van Cuijk", "Noord-Brabant", 51.66, 5.87),
    ("Goeree-Overflakkee", "municipality", "Goeree-Overflakkee", "Zuid-Holland", 51.76, 4.17),
    ("De Fryske Marren", "municipality", "De Fryske Marren", "Friesland", 52.94, 5.77),
    ("Texel", "municipality", "Texel", "Noord-Holland", 53.06, 4.80),
    ("provincie Utrecht", "province", "", "Utrecht", 52.08, 5.17),
    ("Zeeland", "province", "", "Zeeland", 51.45, 3.83),
    ("Limburg", "province", "", "Limburg", 51.20, 5.94),
]  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(("name", "kind", "municipality", "province", "lat", "lon"), PLACES)
def test_a_place_lies_where_it_lies(
    gazetteer: Gazetteer, name: str, kind: str, municipality: str, province: str, lat: float, lon: float
) -> None:
    found = gazetteer.resolve(name)
    assert found is not None
    entry = found.entry
    assert entry is not None
    assert entry.lat is not None
    assert entry.lon is not None
    assert (entry.kind, entry.municipality, entry.province) == (kind, municipality, province)
    apart = hypot((entry.lat - lat) * 111.2, (entry.lon - lon) * 111.3 * cos(radians(lat)))
    assert apart < (8 if kind in ("place", "district", "former_municipality") else 20)


@pytest.mark.parametrize("name", ["Bergen", "Beek", "Haren", "Geesteren", "Zuidwolde", "Lombok"])
def test_homonyms_without_a_hint_stay_apart(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.resolve(name)
    assert found is not None
    assert found.entry is None
    assert found.how == "ambiguous"
    assert len(found.candidates) > 1


@pytest.mark.parametrize(
    ("name", "municipality", "province", "expected"),
    [
        ("Bergen", "", "Limburg", ("Bergen", "Limburg")),
        ("Bergen", "Bergen", "Noord-Holland", ("Bergen", "Noord-Holland")),
        ("Hengelo", "Bronckhorst", "", ("Bronckhorst", "Gelderland")),
        ("Hengelo", "gemeente Bronckhorst", "", ("Bronckhorst", "Gelderland")),
        ("Zuidwolde", "", "Drenthe", ("De Wolden", "Drenthe")),
        ("Haren", "Groningen", "", ("Groningen", "Groningen")),
        ("Geesteren", "", "Overijssel", ("Tubbergen", "Overijssel")),
        ("Lombok", "Utrecht", "", ("Utrecht", "Utrecht")),
        ("Geesteren", "Borculo", "", ("Berkelland", "Gelderland")),
    ],
)
def test_a_hint_tells_homonyms_apart(
    gazetteer: Gazetteer, name: str, municipality: str, province: str, expected: tuple[str, str]
) -> None:
    found = gazetteer.resolve(name, municipality, province)
    assert found is not None
    assert found.how == "hint"
    assert found.entry is not None
    assert (found.entry.municipality, found.entry.province) == expected


def test_a_hint_that_fits_nothing_is_left_aside(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Hengelo", "Amsterdam")
    assert found is not None
    assert found.how == "population"


def test_an_article_that_is_written_counts(gazetteer: Gazetteer) -> None:
    with_article, without = gazetteer.resolve("De Wilp"), gazetteer.resolve("Wilp")
    assert with_article is not None
    assert without is not None
    assert with_article.entry is not None
    assert with_article.entry.municipality == "Westerkwartier"
    assert without.entry is not None
    assert without.entry.municipality == "Voorst"


def test_an_unknown_name_is_unknown(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Nergenshuizen") is None
    assert gazetteer.candidates("nergenshuizen") == ()
    assert gazetteer.resolve("") is None


def test_a_village_of_which_only_the_municipality_is_known_says_so(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Hoonhorst")
    assert found is not None
    assert found.entry is not None
    assert found.entry.precision == "municipality"


def test_a_region_has_no_position(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Achterhoek")
    assert found is not None
    assert found.entry is not None
    assert (found.entry.kind, found.entry.lat) == ("region", None)


def test_all_dutch_municipalities_and_provinces_have_a_position(gazetteer: Gazetteer) -> None:
    entries = [e for name in gazetteer.names() for e in gazetteer.candidates(name)]
    dutch = {(e.name, e.province) for e in entries if e.kind == "municipality" and e.country == "NL" and e.lat}
    assert len(dutch) == 342
    assert len({e.name for e in entries if e.kind == "province" and e.country == "NL" and e.lat}) == 12


def test_every_entry_makes_sense(gazetteer: Gazetteer) -> None:
    municipalities = {
        (e.name, e.country) for n in gazetteer.names() for e in gazetteer.candidates(n) if e.kind == "municipality"
    }
    for name in gazetteer.names():
        assert fold(name) == name
        for entry in gazetteer.candidates(name):
            assert entry.kind in KINDS
            assert (entry.lat is None) == (entry.lon is None) == (entry.precision == "")
            if entry.lat is not None and entry.lon is not None:
                assert 49.4 < entry.lat < 53.6
                assert 2.5 < entry.lon < 7.3
            if entry.kind in ("place", "municipality", "former_municipality"):
                assert (entry.municipality, entry.country) in municipalities, entry


def test_the_keys_of_the_file_are_the_folded_names() -> None:
    path = Path(__file__).parents[2] / "ingest" / "gazetteer" / "data" / "places.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert path.stat().st_size < 1_500_000
    assert lines[1:] == sorted(lines[1:])
    for line in lines[1:]:
        entry = from_line(line)
        keys = tuple(dict.fromkeys(fold(n) for n in (entry.name, *entry.alternatives)))
        assert line == to_line(keys, entry)


@given(st.text(max_size=40), st.text(max_size=12), st.text(max_size=12))
def test_any_name_is_answered_without_an_error(name: str, municipality: str, province: str) -> None:
    found = load().resolve(name, municipality, province)
    assert found is None or found.candidates


def test_the_places_of_the_gold_pages_are_mostly_known(gazetteer: Gazetteer) -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "gold" / "pages"
    if not folder.is_dir():
        pytest.skip("../shared is absent")
    known = 0
    names = [
        [entity["name"], *entity["mentions"]]
        for file in sorted(folder.glob("*.gold.json"))
        for entity in json.loads(file.read_text(encoding="utf-8"))["entities"]
        if entity["type"] == "Place"
    ]
    for forms in names:
        known += any(gazetteer.resolve(form) is not None for form in forms)
    assert known / len(names) >= 0.94
