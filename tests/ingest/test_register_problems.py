"""What is wrong in a register is told with file, row and column, and the right rows go in, or none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.registers import DESCRIPTION, HEADER, ROWS, described, register, said, told


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        (HEADER.replace("soort", "vorm"), ROWS[0], "initiatieven.csv, rij 1, kolom soort: deze kolom ontbreekt."),
        (HEADER, ",,x,,,https://a.example/x", "initiatieven.csv, rij 3, kolom naam: deze cel is leeg."),
        (HEADER, "...,,x,,,https://a.example/x",
         "initiatieven.csv, rij 3, kolom naam: De naam '...' bestaat alleen uit leestekens."),
        (HEADER, "Tafel,,x,,,htp:/a.example",
         "initiatieven.csv, rij 3, kolom bron: 'htp:/a.example' is geen webadres."),
        (HEADER, "Tafel,,x,,,javascript:alert(1)",
         "initiatieven.csv, rij 3, kolom bron: 'javascript:alert(1)' is geen webadres."),
        (HEADER, "Tafel,,x,,,https://[::1", "initiatieven.csv, rij 3, kolom bron: 'https://[::1' is geen webadres."),
        (HEADER, "Tafel,,x,,,", "initiatieven.csv, rij 3, kolom bron: er staat geen bronadres."),
        (HEADER, "Tafel,,=A1&B2,,,https://a.example/x",
         "initiatieven.csv, rij 3, kolom soort: hier staat een formule, geen waarde."),
        (HEADER, "Tafel,,=HYPERLINK(\"x\"),,,https://a.example/x",
         "initiatieven.csv, rij 3, kolom soort: hier staat een formule, geen waarde."),
        (HEADER, "hofje,,x,,,https://a.example/x",
         "initiatieven.csv, rij 3: dit staat er al: initiatieven.csv, rij 2."),
        (HEADER, "Tafel,,x,,,https://a.example/x,meer",
         "initiatieven.csv, rij 3: deze rij heeft meer cellen dan er kolommen zijn."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_file_row_and_column(tmp_path: Path, header: str, row: str, message: str) -> None:
    found = register(tmp_path, ROWS[0], row, header=header)
    assert told(found) == [message]


def test_a_wrong_row_is_left_out_and_the_others_go_in(tmp_path: Path) -> None:
    found = register(tmp_path, ROWS[0], "Tafel,,x,,,kapot", ROWS[1])
    assert (found.rows, found.stopped, len(found.problems)) == (2, False, 1)
    assert not any("Tafel " in quote for quote in said(found))


def test_a_register_that_stops_at_a_wrong_row_says_nothing_at_all(tmp_path: Path) -> None:
    found = register(tmp_path, *ROWS, "Tafel,,x,,,kapot", on_error="stop")
    assert (found.rows, found.stopped, found.readings, len(found.problems)) == (0, True, (), 1)
    assert register(tmp_path, *ROWS, on_error="stop").stopped is False


def test_a_wrong_encoding_spoils_only_the_cells_that_it_is_in(tmp_path: Path) -> None:
    found = register(tmp_path, ROWS[0], "Caf\u00e9,,x,,,https://a.example/x".encode("latin-1"), ROWS[1])
    assert told(found) == ["initiatieven.csv, rij 3, kolom naam: deze cel is niet in utf-8 geschreven."]
    assert found.rows == 2


def test_another_encoding_can_be_described(tmp_path: Path) -> None:
    found = register(tmp_path, "Caf\u00e9,,x,,,https://a.example/x", encoding="cp1252")
    assert "Caf\u00e9 is een initiatief." in said(found)


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    (tmp_path / "initiatieven.csv").write_bytes(b"\xef\xbb\xbf" + "\n".join((HEADER, *ROWS)).encode())
    found = described(tmp_path, DESCRIPTION.format(on_error="stop", encoding="utf-8"))
    assert (found.rows, found.problems) == (2, ())


def test_a_file_that_is_not_there_or_is_no_table_is_told(tmp_path: Path) -> None:
    description = DESCRIPTION.format(on_error="skip-row", encoding="utf-8")
    file = tmp_path / "initiatieven.csv"
    assert told(described(tmp_path, description)) == ["initiatieven.csv: Dit bestand staat niet naast de beschrijving."]
    file.write_bytes(b"")
    assert told(described(tmp_path, description)) == ["initiatieven.csv: Het bestand is leeg."]
    file.write_bytes(b"\n\n")
    assert told(described(tmp_path, description)) == ["initiatieven.csv: De eerste rij heeft geen kolomnamen."]
    assert "geen geldige CSV" in told(register(tmp_path, ROWS[0], '"open'))[0]


def test_another_separator_than_described_is_guessed_at(tmp_path: Path) -> None:
    found = register(tmp_path, header=HEADER.replace(",", ";"))
    assert found.problems[0].message == (
        "deze kolom ontbreekt (er is maar één kolom; scheidt iets anders dan ',' de kolommen?)."
    )
