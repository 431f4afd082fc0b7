"""Which place a name means, and what the gazetteer then adds."""

from __future__ import annotations

import pytest

from graph_model.evidence import Origin
from ingest.gazetteer import load
from ingest.placing import placed
from ingest.reading import Found, Quote, Reading
from ingest.shipped import supporting_claims


def places(*names: str, qualifier: str = "") -> Reading:
    things = tuple(Found("Place", name, (Quote(0, 1),), 0.9, qualifier=qualifier) for name in names)
    return Reading("lezer", "1", things, ())


def qualifiers(*names: str) -> dict[str, str]:
    return {found.name: found.qualifier for found in placed(places(*names)).things}


def geonames(name: str, municipality: str = "") -> str:
    resolution = load().resolve(name, municipality)
    assert resolution is not None
    assert resolution.entry is not None
    return f"gn{resolution.entry.geonames_id}"


def test_a_name_that_means_one_place_gets_its_geonames_id() -> None:
    assert qualifiers("Oegstgeest", "Zutphen") == {"Oegstgeest": geonames("Oegstgeest"), "Zutphen": geonames("Zutphen")}


def test_a_namesake_is_explained_by_the_other_places_of_the_page_or_stays_open() -> None:
    assert qualifiers("Beek") == {"Beek": ""}
    assert qualifiers("Beek", "Zeddam")["Beek"] == geonames("Beek", "Montferland")
    assert qualifiers("Beek", "Aarle-Rixtel")["Beek"] == geonames("Beek", "Laarbeek")


def test_a_village_next_door_is_meant_before_a_city_elsewhere() -> None:
    assert qualifiers("Hengelo") == {"Hengelo": geonames("Hengelo", "Hengelo")}
    assert qualifiers("Hengelo", "Vorden")["Hengelo"] == geonames("Hengelo", "Bronckhorst")


def test_what_the_reader_told_apart_stays_as_it_is() -> None:
    reading = places("Elst", qualifier="gn1")
    assert placed(reading) == reading
    assert placed(placed(places("Zutphen", "Elst"))) == placed(places("Zutphen", "Elst"))


def test_what_is_no_place_and_what_nobody_knows_stay_unqualified() -> None:
    assert qualifiers("Xyzzyburg") == {"Xyzzyburg": ""}
    person = Reading("lezer", "1", (Found("Person", "Zutphen", (Quote(0, 1),), 0.9),), ())
    assert placed(person) == person


def test_the_gazetteer_adds_position_municipality_and_province_as_inferred_claims() -> None:
    claims = supporting_claims(placed(places("Almen", "Zutphen")).things)
    told = {(c.subject.name, c.predicate, c.value.split(",")[-1]) for c in claims if c.value}
    assert {
        ("Almen", "position", "place"), ("Almen", "municipality", "Lochem"), ("Almen", "province", "Gelderland"),
        ("Zutphen", "position", "place"), ("Zutphen", "municipality", "Zutphen"),
    } <= told  # fmt: skip
    parts = {(c.subject.name, c.object.name) for c in claims if c.object and c.predicate == "PART_OF"}
    assert parts == {("Almen", "Lochem")}
    for claim in claims:
        assert (claim.origin, claim.best.stated, claim.best.start) == (Origin.GAZETTEER, False, -1)
        assert claim.page == "document|gazetteer:geonames|"
        assert claim.best.quote.endswith(".")


def test_the_gazetteer_says_the_same_on_every_page_and_each_thing_once() -> None:
    once = supporting_claims(placed(places("Zutphen")).things)
    twice = supporting_claims(placed(places("Zutphen", "Zutphen", "Almen")).things)
    assert len({claim.id for claim in twice}) == len(twice)
    assert set(once) <= set(twice)


@pytest.mark.parametrize("name", ["***", ""])
def test_a_name_of_nothing_brings_nothing(name: str) -> None:
    assert supporting_claims(places(name, qualifier="gn1").things) == ()
