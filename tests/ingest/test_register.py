"""A described register of a user's own: what its rows say, and of which sources."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.evidence import Origin
from tests.ingest.registers import ROWS, claims, register, said


def test_rows_say_what_there_is_and_what_it_is_like_in_dutch_sentences(tmp_path: Path) -> None:
    found = register(tmp_path, *ROWS)
    assert (found.rows, found.problems, found.notes) == (2, (), ())
    assert said(found) == {
        "'t Hofje is een initiatief in Zutphen.",
        "'t Hofje is ook bekend als Hofje aan de Vecht.",
        "'t Hofje is ook bekend als 't Hoofje.",
        "Vorm van 't Hofje: zorgcoöperatie.",
        "'t Hofje is gevestigd in Zutphen.",
        "Buurttafel is een initiatief in Voorst.",
        "Vorm van Buurttafel: eettafel.",
        "Buurttafel is gevestigd in Voorst.",
    }


def test_one_row_with_two_sources_is_claimed_of_both_and_each_source_is_one_page(tmp_path: Path) -> None:
    found = register(tmp_path, *ROWS)
    by_address = {reading.page.address: reading for reading in found.readings}
    assert set(by_address) == {"https://krant.example/hofje", "http://www.buurt.example/tafel/"}
    assert [len(by_address[a].claims) for a in sorted(by_address)] == [3, 8]
    page = by_address["http://www.buurt.example/tafel/"].page
    assert (page.text, page.fingerprint, page.origin, page.host) == ("", "", Origin.REGISTER, "buurt.example")


def test_claims_are_a_registers_and_their_quote_stands_on_no_page(tmp_path: Path) -> None:
    for claim in claims(register(tmp_path, *ROWS)):
        assert (claim.origin, claim.best.start, claim.best.end) == (Origin.REGISTER, -1, -1)
        assert (claim.best.reader, claim.best.confidence, claim.best.stated) == ("register:proef", 0.9, True)


def test_places_are_told_from_namesakes_and_bring_what_the_gazetteer_knows(tmp_path: Path) -> None:
    found = register(tmp_path, *ROWS)
    places = {c.object.name: c.object.qualifier for c in claims(found) if c.object and c.object.kind == "Place"}
    assert places["Zutphen"].startswith("gn")
    assert places["Voorst"]
    supporting = {(c.subject.name, c.predicate) for reading in found.readings for c in reading.supporting}
    assert {("Zutphen", "position"), ("Voorst", "position")} <= supporting


def test_a_place_that_may_be_several_is_noted_and_stays_without_position(tmp_path: Path) -> None:
    found = register(tmp_path, "Dorpsraad,,dorpsraad,Serooskerke,,https://a.example/x")
    assert (
        "'Serooskerke' kan meer dan één plaats zijn (gemeente Schouwen-Duiveland, Veere); 1 keer zonder ligging."
        in found.notes
    )
    assert not any(reading.supporting for reading in found.readings)


def test_the_version_of_a_source_changes_with_its_own_rows_only(tmp_path: Path) -> None:
    before = {r.page.address: r.version for r in register(tmp_path, *ROWS).readings}
    again = {r.page.address: r.version for r in register(tmp_path, *reversed(ROWS)).readings}
    assert again == before
    after = {
        r.page.address: r.version for r in register(tmp_path, ROWS[0].replace("Zutphen", "Deventer"), ROWS[1]).readings
    }
    assert {address for address in before if before[address] != after[address]} == {"https://krant.example/hofje"}


def test_a_source_that_does_not_count_is_left_out_and_a_row_without_another_too(tmp_path: Path) -> None:
    found = register(tmp_path, "Tafel,,x,,,seed:1.txt;https://a.example/x", "Huis,,x,,,seed:2.txt")
    assert [reading.page.address for reading in found.readings] == ["https://a.example/x"]
    assert (found.rows, found.problems) == (1, ())


def test_mail_addresses_and_private_numbers_are_covered_before_anything_is_kept(tmp_path: Path) -> None:
    found = register(tmp_path, "Tafel,,bel 06-12345678 of mail anna.devries@gmail.example,,,https://a.example/x")
    (form,) = [c for c in claims(found) if c.predicate == "form"]
    assert "12345678" not in form.value + form.best.quote
    assert "anna" not in form.value + form.best.quote


hostile = st.one_of(
    st.sampled_from(
        ("</script><script>alert(1)</script>", '<img src=x onerror="alert(1)">', "javascript:alert(1)",
         "O'Brien \\ \"x\"",
         "ʼt Hûs ’t ’s", "x" * 500, "\u202etfel", "naam|met|strepen", "{{7*7}}", "$where", "ë")
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40),
)  # fmt: skip


@given(hostile)
def test_every_name_comes_through_as_it_is_or_is_told(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow((name, "", "x", "", "", "https://a.example/x"))
    found = register(tmp_path_factory.mktemp("r"), stream.getvalue())
    even = " ".join(name.split())
    names = {c.object.name for c in claims(found) if c.predicate == "MENTIONS" and c.object}
    assert names == {even} or "█" in "".join(names) or (not names and (found.problems or not even))
