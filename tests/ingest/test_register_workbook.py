"""A register in a workbook: dates, numbers, sheets; a formula is not worked out but told."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.register.reading import RegisterReading
from tests.ingest.registers import claims, described, said, told

DESCRIPTION = """
name = "werkmap"
title = "Werkmap"

[[tables]]
file = "agenda.xlsx"
sheet = "{sheet}"
about = "bijeenkomst"

[tables.things.bijeenkomst]
kind = "Event"
name = "titel"
qualifier = "wanneer"
fields = {{ start = "wanneer", price = "prijs" }}
"""


def workbook(folder: Path, *rows: tuple[object, ...], sheet: str = "Agenda") -> RegisterReading:
    """The register of these rows of a sheet."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Agenda"
    for row in (("titel", "wanneer", "prijs"), *rows):
        page.append(row)
    book.save(folder / "agenda.xlsx")
    return described(folder, DESCRIPTION.format(sheet=sheet))


def test_dates_and_numbers_of_cells_are_read_as_what_they_are(tmp_path: Path) -> None:
    found = workbook(
        tmp_path, ("Zomertafel", datetime(2025, 6, 14, 18, 30), 5.0), ("Buurtdag", datetime(2025, 6, 1), 2.5)
    )
    assert found.problems == ()
    assert {(c.subject.name, c.predicate, c.value) for c in claims(found) if c.value} == {
        ("Zomertafel", "start", "2025-06-14T18:30"),
        ("Zomertafel", "price", "5"),
        ("Buurtdag", "start", "2025-06-01"),
        ("Buurtdag", "price", "2.5"),
    }
    assert "Zomertafel begint op 14 juni 2025, 18.30 uur." in said(found)


def test_a_formula_and_an_error_are_told_with_row_and_column(tmp_path: Path) -> None:
    found = workbook(tmp_path, ("Tafel", "=TODAY()", 1), ("Dag", "2025", "#REF!"), ("Feest", "2025", None))
    assert told(found) == [
        "agenda.xlsx, rij 2, kolom wanneer: hier staat een formule, geen waarde.",
        "agenda.xlsx, rij 3, kolom prijs: hier staat een foutwaarde.",
    ]
    assert said(found) >= {"Feest is een bijeenkomst."}


def test_without_a_name_the_first_sheet_is_read(tmp_path: Path) -> None:
    assert workbook(tmp_path, ("Feest", "2025", None), sheet="").rows == 1


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    assert told(workbook(tmp_path, sheet="Blad 2")) == ["agenda.xlsx: Er is geen blad 'Blad 2'; wel: Agenda."]


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04 half een zip"])
def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "agenda.xlsx").write_bytes(content)
    assert told(described(tmp_path, DESCRIPTION.format(sheet=""))) == ["agenda.xlsx: Dit is geen XLSX-bestand."]
