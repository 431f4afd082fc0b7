"""People, positions and links in a register of a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.register.reading import RegisterReading, read_register
from queries.masking import KeyedNames
from tests.ingest.registers import AT, claims, described, said, told

PEOPLE = """
name = "mensen"
title = "Mensen"

[[tables]]
file = "mensen.csv"
sources = { column = "bron" }

[tables.things.mens]
kind = "Person"
name = "naam"
qualifier = "bij"

[tables.things.organisatie]
kind = "Initiative"
name = "bij"

[[tables.links]]
from = "mens"
kind = "HAS_ROLE"
to = "organisatie"
role = { column = "rol", separator = ";" }
since = "van"
until = "tot"
"""


def people(folder: Path, *rows: str, erased: KeyedNames | None = None) -> RegisterReading:
    (folder / "mensen.csv").write_text("\n".join(("naam,rol,bij,van,tot,bron", *rows)), encoding="utf-8")
    (folder / "register.toml").write_text(PEOPLE, encoding="utf-8")
    return read_register(folder / "register.toml", AT, erased)


def test_people_come_in_by_a_public_role_only(tmp_path: Path) -> None:
    found = people(
        tmp_path,
        "Anna de Vries,voorzitter;bewoner,De Linde,14-3-2018,..,https://a.example/x",
        "Bo Ypma,bewoner,De Linde,,,https://a.example/x",
    )
    assert said(found) == {"Anna de Vries is voorzitter bij De Linde (vanaf 14 maart 2018, voorheen)."}
    assert found.left_out == ("Bo Ypma",)
    (claim,) = claims(found)
    assert (claim.best.valid_from, claim.best.valid_to) == ("2018-03-14", "..")


def test_people_who_asked_to_be_forgotten_stay_out_without_a_word(tmp_path: Path) -> None:
    erased = KeyedNames.of(b"geheim", ["Anna de Vries"])
    found = people(tmp_path, "Anna de Vries,voorzitter,De Linde,,,https://a.example/x", erased=erased)
    assert (found.readings, found.problems, found.left_out) == ((), (), ())


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    found = people(tmp_path, "Anna de Vries,voorzitter,De Linde,gisteren,,https://a.example/x")
    assert told(found) == [
        "mensen.csv, rij 2, kolom van: 'gisteren' is geen datum zoals 2024, 2024-06, 2024-06-14 of 14-6-2024."
    ]


POSITIONS = """
name = "kaart"
title = "Kaart"

[[tables]]
file = "kaart.csv"
about = "huis"

[tables.things.huis]
kind = { column = "soort", values = { zorg = "CareOrganisation" } }
name = "naam"
position = { latitude = "lat", longitude = "lon", precision = { value = "address" } }
"""


def on_map(folder: Path, row: str) -> RegisterReading:
    (folder / "kaart.csv").write_text(f"naam,soort,lat,lon\n{row}\n", encoding="utf-8")
    return described(folder, POSITIONS)


def test_positions_of_rows_are_claims_and_rows_without_source_are_the_registers_own(tmp_path: Path) -> None:
    found = on_map(tmp_path, 'De Linde,zorg,"52,1389",6.1964')
    assert [reading.page.address for reading in found.readings] == ["register:kaart"]
    assert {(c.predicate, c.value) for c in claims(found)} == {("MENTIONS", ""), ("position", "52.1389,6.1964,address")}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("De Linde,zorg,520,6.1", "kaart.csv, rij 2, kolom lat: '520' is geen getal tussen -90 en 90."),
        ("De Linde,zorg,nan,6.1", "kaart.csv, rij 2, kolom lat: 'nan' is geen getal tussen -90 en 90."),
        ("De Linde,zorg,52.1,", "kaart.csv, rij 2, kolom lon: '' is geen getal tussen -180 en 180."),
        ("De Linde,kasteel,52.1,6.1", "kaart.csv, rij 2, kolom soort: de soort 'kasteel' is onbekend."),
    ],
)
def test_a_position_or_kind_that_cannot_be_is_told(tmp_path: Path, row: str, message: str) -> None:
    assert told(on_map(tmp_path, row)) == [message]


RELATIONS = """
name = "verbanden"
title = "Verbanden"

[[tables]]
file = "dingen.csv"
about = "ding"

[tables.things.ding]
kind = "Initiative"
name = "naam"

[[tables]]
file = "verbanden.csv"
skip = { verband = "KENT" }

[tables.things.een]
kind = { family = "organisation", otherwise = "Partner" }
name = "een"

[tables.things.ander]
kind = { family = "organisation" }
name = { column = "ander", separator = ";" }

[[tables.links]]
when = { verband = ["PARTNER_OF", "ORGANISES", "LIEGT"] }
from = "een"
kind = { column = "verband" }
to = "ander"
"""


def related(folder: Path, *rows: str) -> RegisterReading:
    (folder / "dingen.csv").write_text("naam\nDe Linde\nDe Eik\n", encoding="utf-8")
    (folder / "verbanden.csv").write_text("\n".join(("een,verband,ander", *rows)), encoding="utf-8")
    return described(folder, RELATIONS)


def test_names_without_a_kind_have_the_kind_that_the_register_gives_them_elsewhere(tmp_path: Path) -> None:
    found = related(tmp_path, "Rabobank,PARTNER_OF,de linde;De Eik;Onbekend", "De Eik,KENT,De Linde")
    links = {(c.subject.kind, c.subject.name, c.object.kind, c.object.name) for c in claims(found) if c.object}
    assert {("Partner", "Rabobank", "Initiative", "de linde"), ("Partner", "Rabobank", "Initiative", "De Eik")} <= links
    assert not any(name == "Onbekend" for *_, name in links)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("De Eik,ORGANISES,De Linde",
         "verbanden.csv, rij 2, kolom verband: 'De Eik' (initiatief) organiseert 'De Linde' (initiatief): dat verband "
         "kan niet tussen deze soorten."),
        ("De Eik,LIEGT,De Linde", "verbanden.csv, rij 2, kolom verband: de soort verband 'LIEGT' is onbekend."),
        ("De Eik,PRAAT,De Linde", "verbanden.csv, rij 2: deze rij past bij geen van de beschreven verbanden."),
        ("De Eik,PARTNER_OF,", "verbanden.csv, rij 2, kolom ander: deze cel is leeg."),
        ("De Eik,PARTNER_OF,eik", "verbanden.csv, rij 2: 'De Eik' werkt samen met zichzelf."),
    ],
)  # fmt: skip
def test_a_link_that_cannot_be_is_told(tmp_path: Path, row: str, message: str) -> None:
    assert told(related(tmp_path, row)) == [message]
