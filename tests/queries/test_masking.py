"""Masking covers what is private at equal length, and leaves dates, amounts and role addresses alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.names import fold_person
from queries.masking import COVER, KeyedNames, mask, mask_target, name_digest

PRIVATE_NUMBERS = [
    "06-12345678", "06 12 34 56 78", "06 - 12 34 56 78", "0612345678", "(06) 12345678", "06.1234.5678",
    "+31 6 12345678", "+31 (0)6 12 34 56 78", "0031612345678", "+32 470 12 34 56", "0470 12 34 56", "0470/12.34.56",
    "+49 30 1234567",
]  # fmt: skip
NO_NUMBERS = [
    "12-06-2025", "06-12-2023 10:30", "06-12-2023 1030", "2024-06-14", "2024-06-14T13:00:00+02:00", "17/03/2020",
    "10.30 - 13.00", "09.00 uur", "van 0900 tot 1700 uur", "2019-2023", "1234 AB", "1012 AB Amsterdam",
    "€ 1.000.000,00", "100.000 euro", "1.250 leden", "KvK 01234567", "KvK-nummer 12345678", "RSIN 001234567",
    "NL02 ABNA 0123 4567 89", "ISBN 978-90-123-4567-8", "Claes de Vrieslaan 72", "Leonard Springerlaan 1-3",
    "bel 112", "0800-1234", "14 030", "voorjaar 2024", "8 juni 2013", "06 juni", "nr. 0612345678901234",
]  # fmt: skip


@pytest.mark.parametrize("number", PRIVATE_NUMBERS)
def test_a_personal_number_is_covered(number: str) -> None:
    masked = mask(f"Je bereikt ons via {number}, graag.")
    assert not any(c.isdigit() for c in masked)
    assert masked.startswith("Je bereikt ons via ")
    assert masked.endswith(", graag.")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_dates_times_amounts_and_registrations_stay(text: str) -> None:
    sentence = f"Zie {text} en verder."
    assert mask(sentence) == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Bel voor informatie 030 284 32 00 of mail naar vraagbaak@loc.nl",
        "Telefoon: 030-2843200",
        "Neem contact op via radicalevernieuwing@loc.nl of 030 207 4067.",
        "T 0343-491234, info@voorbeeld.nl",
        "020-6123456 (receptie)",
    ],
)
def test_an_organisations_landline_in_its_own_contact_line_stays(line: str) -> None:
    assert mask(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Opgeven bij Marijke de Wit, 030-1234567",
        "Contact: mevrouw De Boer, tel. 0343-491234",
        "Bel J. de Vries: 030 123 45 67",
        "Zij woont daar nog, 030-1234567.",
        "Bellen naar Anja kan ook: 030-1234567",
    ],
)
def test_a_landline_of_a_person_is_covered(line: str) -> None:
    assert not any(c.isdigit() for c in mask(line))


@pytest.mark.parametrize(
    "address",
    [
        "info@voorbeeld.nl", "info-west@voorbeeld.nl", "vraagbaak@loc.nl", "radicalevernieuwing@loc.nl",
        "secretariaat@zorg.nl", "voorzitter@dorp.nl", "clientenraad@zorg.nl", "cliëntenraad@zorg.nl",
        "austerlitzzorgt@austerlitzzorgt.nl", "austerlitz-zorgt@austerlitz-zorgt.nl", "secretaris.dorpsraad@dorp.nl",
        "zorgcooperatie@gmail.com", "aanmelden2024@loc.nl", "INFO@VOORBEELD.NL",
    ],
)  # fmt: skip
def test_a_role_address_stays(address: str) -> None:
    assert mask(f"Mail {address}.") == f"Mail {address}."


@pytest.mark.parametrize(
    "address",
    [
        "jan.devries@loc.nl", "j.de.vries@zorg.nl", "marie@gmail.com", "dr.jansen@ziekenhuis.nl", "m.j.bakker@x.co.uk",
        "voorzitter.jansen@dorp.nl", "piet [at] zorg.nl", "piet(at)zorg(dot)nl", "anja@zorg-thuis.nl",
        "marie@hotmail.com", "h1234@zorg.nl", "bakker+wijk@zorg.nl",
    ],
)  # fmt: skip
def test_the_address_of_a_person_is_covered(address: str) -> None:
    masked = mask(f"Mail naar {address} voor meer.")
    assert masked == f"Mail naar {''.join(' ' if c == ' ' else COVER for c in address)} voor meer."


def test_link_targets_are_masked_too() -> None:
    assert "jan" not in mask_target("mailto:jan.devries@loc.nl")
    assert mask_target("mailto:info@loc.nl") == "mailto:info@loc.nl"
    assert "piet" not in mask_target("mailto:info@x.nl?cc=piet@x.nl")
    assert "jan" not in mask_target("mailto:jan%40x.nl")
    assert not any(c.isdigit() for c in mask_target("tel:+31301234567"))
    assert mask_target("https://loc.nl/2023/12/06/bijeenkomst-12345") == "https://loc.nl/2023/12/06/bijeenkomst-12345"
    erased = KeyedNames.of(b"geheim", ["Jan de Vries"])
    assert "vries" not in mask_target("https://loc.nl/team/jan-de-vries?x=1", erased)


@pytest.mark.parametrize(
    "spelling",
    [
        "Jan de Vries", "jan de vries", "JAN DE VRIES", "Jan  de\nVries", "Jan de\n\nVries", "Jan-de-Vries",
        "Jân de Vriès", "Jan de Vri\u00ades", "dhr. Jan de Vries", "“Jan de Vries”", "Jan\xa0de Vries",
    ],
)  # fmt: skip
def test_an_erased_name_is_covered_in_any_spelling(spelling: str) -> None:
    erased = KeyedNames.of(b"geheim", ["Jan de Vries", "J.P. van 't Hof"])
    text = f"Toen sprak {spelling} de zaal toe."
    masked = mask(text, erased)
    assert len(masked) == len(text)
    assert "ries" not in masked.lower()
    assert masked.startswith("Toen sprak ")
    assert masked.endswith(" de zaal toe.")


def test_an_erased_name_with_initials_is_covered() -> None:
    erased = KeyedNames.of(b"geheim", ["J.P. van 't Hof"])
    assert "Hof" not in mask("Met J.P. van ’t Hof aan tafel", erased)
    assert "Hof" in mask("Met K. van ’t Hof aan tafel", erased)


@pytest.mark.parametrize(
    "written",
    [
        "Vries, Jan de",
        "de Vries, Jan",
        "VRIES, Jan de",
        "Aanwezig: Vries, Jan de",
        "mevrouw De Vries, Jan",
        "hr de Vries,Jan",
    ],
)  # fmt: skip
def test_an_erased_name_is_covered_as_lists_write_it(written: str) -> None:
    masked = mask(f"{written}; Bakker, Anna", KeyedNames.of(b"geheim", ["Jan de Vries"]))
    assert "ries" not in masked.lower().removeprefix("aanwezig")
    assert masked.endswith("; Bakker, Anna")


@pytest.mark.parametrize("text", ["Piet de Vries, Jan Bakker", "Piet de Vries, Jan", "de Vries, Jan Bakker en zij"])
def test_a_comma_between_two_people_covers_neither(text: str) -> None:
    assert mask(text, KeyedNames.of(b"geheim", ["Jan de Vries"])) == text


def test_only_the_erased_name_is_covered() -> None:
    erased = KeyedNames.of(b"geheim", ["Jan de Vries"])
    for text in ("Jan de Vriesman sprak", "Jan sprak. De Vries zweeg later pas", "Marijan de Vriesstraat"):
        assert mask(text, erased) == text


def test_another_secret_knows_nobody() -> None:
    assert name_digest(b"een", "Jan de Vries") != name_digest(b"twee", "Jan de Vries")
    known = KeyedNames.of(b"een", ["Jan de Vries"])
    assert known.covers(fold_person("Jan de Vries"))
    assert not KeyedNames(b"twee", known.digests, known.firsts).covers(fold_person("Jan de Vries"))


@pytest.mark.parametrize("joined", ["#JanDeVries", "@jandevries", "Jan DeVries", "https://loc.nl/jan_de_vries"])
def test_an_erased_name_written_without_spaces_is_covered(joined: str) -> None:
    assert "vries" not in mask(f"zie {joined} hier", KeyedNames.of(b"geheim", ["Jan de Vries"])).lower()


@pytest.mark.parametrize("name", ["Wil Door", "An Zijn", "Al Uur", "Maria van der Berg de Vries Robles van Dijk"])
def test_names_that_are_common_words_or_very_long_are_covered(name: str) -> None:
    assert name[:8] not in mask(f"Toen kwam {name} binnen", KeyedNames.of(b"geheim", [name]))


def test_first_and_last_names_are_covered_on_a_page_that_gives_the_full_name() -> None:
    erased = KeyedNames.of(b"geheim", ["Truus de Wijk"])
    page = (
        "Truus de Wijk begon het.\nTruus: “Wij doen het samen.” Mevrouw De Wijk en T. de Wijk zijn dezelfde. "
        "Volgens De Wijk kan het. Anna de Wijk niet, en Truus Bakker ook niet; een truus is een hemd. "
        "Zij woont in De Wijk."
    )
    left = mask(page, erased)
    assert len(left) == len(page)
    assert left.count("Truus") == 1
    assert "Truus Bakker" in left
    assert "Anna de Wijk" in left
    assert "woont in De Wijk" in left
    assert "Mevrouw ██ ████ en T. ██ ████" in left
    assert "Volgens ██ ████" in left


def test_first_names_stay_on_a_page_that_does_not_give_the_full_name() -> None:
    assert mask("Truus: “Wij doen het.”", KeyedNames.of(b"geheim", ["Truus de Wijk"])) == "Truus: “Wij doen het.”"


@pytest.mark.parametrize(
    "number",
    [
        "06_12345678",
        "06\u201112345678",
        "+44 (0)7911 123456",
        "+90_532_123_45_67",
        "+352\u2011621\u2011123\u2011456",
        "(06)\u2011123\u2011456\u201178",
    ],
)
def test_numbers_with_odd_separators_and_of_other_countries_are_covered(number: str) -> None:
    covered = mask(f"Bel {number} graag")
    assert not any(c.isdigit() for c in covered)


@pytest.mark.parametrize(
    "text",
    [
        "IBAN NL91 ABNA 0417_1643_00",
        "KvK 0123_4567_89",
        "in 2024_06_14_13_00",
        "0.123456789",
        "bestelnummer 0031_612_345_678",
    ],
)
def test_other_long_numbers_stay(text: str) -> None:
    assert mask(text) == text


_TEXTS = st.lists(
    st.sampled_from(
        [
            *PRIVATE_NUMBERS,
            *NO_NUMBERS,
            "jan@x.nl",
            "info@x.nl",
            "\n",
            " ",
            "Jan de Vries",
            "tel.",
            "bel",
            "📅",
            "ë",
            "@",
            "\xad",
        ]
    )
    | st.text(max_size=12),
    max_size=20,
).map(" ".join)


@given(_TEXTS)
def test_masking_keeps_length_lines_and_everything_uncovered(text: str) -> None:
    masked = mask(text, KeyedNames.of(b"geheim", ["Jan de Vries"]))
    assert len(masked) == len(text)
    assert all(a == b or b == COVER for a, b in zip(text, masked, strict=True))
    assert masked.count("\n") == text.count("\n")


@given(_TEXTS)
def test_masking_twice_is_masking_once(text: str) -> None:
    erased = KeyedNames.of(b"geheim", ["Jan de Vries"])
    once = mask(text, erased)
    assert mask(once, erased) == once


@given(st.from_regex(r"\A06[ -]?[1-8][0-9]{7}\Z"), st.from_regex(r"\A[a-z ]{0,20}\Z"))
def test_no_mobile_number_slips_through(number: str, before: str) -> None:
    assert number not in mask(f"{before} {number} graag")


@given(st.dates().map(lambda d: d.strftime("%d-%m-%Y")) | st.dates().map(str) | st.times().map(lambda t: f"{t:%H:%M}"))
def test_no_date_or_time_is_taken_for_a_number(text: str) -> None:
    assert mask(f"op {text} uur") == f"op {text} uur"
