"""What has its time: names, mergers, who joined and left, moves and ends, by words that leave no doubt."""

from __future__ import annotations

import pytest

from ingest.extract import read
from ingest.extract.in_time.dates import edtf, period_in
from ingest.page import read_page
from ingest.reading import Reading

ABOUT = "Over ons netwerk\n\nWij vertellen hier wat er in de regio veranderde.\n\n"


IN_JUNE = "Verhalen\n\n14 juni 2024\n\n"


def reading_of(sentence: str, about: str = ABOUT) -> Reading:
    return read(read_page(f"{about}{sentence}\n".encode(), "https://netwerk.example/nieuws"))


def told(sentence: str, about: str = ABOUT) -> set[tuple[str, str, str, str, str]]:
    """The dated links of a sentence: from, kind, to, since, until."""
    reading = reading_of(sentence, about)
    return {
        (reading.things[s.subject].name, s.predicate, reading.things[s.object].name, s.valid_from, s.valid_to)
        for s in reading.statements
        if s.valid_from or s.valid_to
    }


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("Marie Haverkamp is sinds 2019 voorzitter van Zorgcoöperatie De Linde.",
         ("Marie Haverkamp", "HAS_ROLE", "Zorgcoöperatie De Linde", "2019", "")),
        ("Jan Pieterzoon is per 1 mei 2023 directeur van Stichting Welzijn Achterhoek.",
         ("Jan Pieterzoon", "HAS_ROLE", "Stichting Welzijn Achterhoek", "2023-05-01", "")),
        ("Klaas Wolterink was tot 2023 directeur van Stichting Welzijn Achterhoek.",
         ("Klaas Wolterink", "HAS_ROLE", "Stichting Welzijn Achterhoek", "", "2023")),
        ("Dorpscoöperatie Vierakker is sinds maart 2020 lid van het netwerk Zorgzame Dorpen.",
         ("Dorpscoöperatie Vierakker", "MEMBER_OF", "netwerk Zorgzame Dorpen", "2020-03", "")),
        ("Zorgcoöperatie De Linde verliet in 2022 het netwerk Zorgzame Dorpen.",
         ("Zorgcoöperatie De Linde", "MEMBER_OF", "netwerk Zorgzame Dorpen", "", "2022")),
        ("Stichting Welzijn Noord is per 1 januari 2022 opgegaan in Stichting Welzijn Achterhoek.",
         ("Stichting Welzijn Achterhoek", "SUCCEEDS", "Stichting Welzijn Noord", "2022-01-01", "")),
        ("Stichting Welzijn Noord is per 1 januari 2022 opgegaan in Stichting Welzijn Achterhoek.",
         ("Stichting Welzijn Noord", "PART_OF", "Stichting Welzijn Achterhoek", "2022-01-01", "")),
        ("Zorgcoöperatie De Linde verhuisde in 2021 van Lochem naar Borculo.",
         ("Zorgcoöperatie De Linde", "BASED_IN", "Borculo", "2021", "")),
        ("Zorgcoöperatie De Linde verhuisde in 2021 van Lochem naar Borculo.",
         ("Zorgcoöperatie De Linde", "BASED_IN", "Lochem", "", "2021")),
    ],
)  # fmt: skip
def test_words_of_change_give_a_link_its_dates(sentence: str, link: tuple[str, str, str, str, str]) -> None:
    assert link in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "new", "old", "until"),
    [
        ("Stichting Zorg Oost heet sinds 2021 Stichting Zorggroep De Vallei.",
         "Stichting Zorggroep De Vallei", "Stichting Zorg Oost", "2021"),
        ("Zorgcoöperatie De Linde, voorheen Buurtzorg Linde, werkt samen met gemeente Lochem.",
         "Zorgcoöperatie De Linde", "Buurtzorg Linde", ".."),
    ],
)  # fmt: skip
def test_a_new_name_is_another_name_of_the_same_in_time(sentence: str, new: str, old: str, until: str) -> None:
    reading = reading_of(sentence)
    (thing,) = [thing for thing in reading.things if thing.name == new]
    assert [(name.value, name.valid_to) for name in thing.states_alias] == [(old, until)]
    assert not [s for s in reading.statements if s.valid_to == ".."]


YEARLESS = [
    ("Op 1 maart sloot Zorgcoöperatie De Linde zich aan bij het netwerk Zorgzame Dorpen.",
     ("Zorgcoöperatie De Linde", "MEMBER_OF", "netwerk Zorgzame Dorpen", "2024-03-01", "")),
    ("Zorgcoöperatie De Linde sloot zich op vrijdag 1 maart aan bij het netwerk Zorgzame Dorpen.",
     ("Zorgcoöperatie De Linde", "MEMBER_OF", "netwerk Zorgzame Dorpen", "2024-03-01", "")),
    ("In november verliet Zorgcoöperatie De Linde het netwerk Zorgzame Dorpen.",
     ("Zorgcoöperatie De Linde", "MEMBER_OF", "netwerk Zorgzame Dorpen", "", "2023-11")),
    ("Zorgcoöperatie De Linde verhuist per 1 september van Lochem naar Borculo.",
     ("Zorgcoöperatie De Linde", "BASED_IN", "Borculo", "2024-09-01", "")),
    ("Jan Pieterzoon is sinds 1 mei directeur van Stichting Welzijn Achterhoek.",
     ("Jan Pieterzoon", "HAS_ROLE", "Stichting Welzijn Achterhoek", "2024-05-01", "")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "link"), YEARLESS)
def test_a_year_that_is_left_out_is_that_of_the_page(sentence: str, link: tuple[str, str, str, str, str]) -> None:
    assert link in told(sentence, IN_JUNE)


def test_the_same_day_with_its_year_elsewhere_on_the_page_tells_the_year() -> None:
    about = f"{ABOUT}Tijdens de bijeenkomst van 1 maart 2022 werd daarover gestemd.\n\n"
    sentence = "Op 1 maart sloot Zorgcoöperatie De Linde zich aan bij het netwerk Zorgzame Dorpen."
    assert ("Zorgcoöperatie De Linde", "MEMBER_OF", "netwerk Zorgzame Dorpen", "2022-03-01", "") in told(
        sentence, about
    )


def test_where_the_page_says_nothing_of_years_there_is_no_date() -> None:
    sentence = "Op 1 maart sloot Zorgcoöperatie De Linde zich aan bij het netwerk Zorgzame Dorpen."
    assert told(sentence) == set()


def test_a_name_with_a_month_in_it_keeps_its_words() -> None:
    sentence = "Stichting 5 Mei is per 1 januari opgegaan in Stichting Welzijn Achterhoek."
    assert all(since == "2024-01-01" for _, _, _, since, _ in told(sentence, IN_JUNE))


def test_what_has_stopped_says_when() -> None:
    (thing,) = [t for t in reading_of("Dorpscoöperatie Almen is in 2023 gestopt.").things if "Almen" in t.name]
    assert [p.value for p in thing.properties if p.field == "closed"] == ["2023"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Marie Haverkamp is voorzitter van Zorgcoöperatie De Linde.",
        "Dorpscoöperatie Almen is gestopt met de eettafel.",
        "Sinds 2019 en vanaf 2021 zijn Marie Haverkamp en Jan Pieterzoon bestuurslid van Zorgcoöperatie De Linde.",
    ],
)
def test_without_sure_words_nothing_is_dated(sentence: str) -> None:
    assert told(sentence) == set()


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("van 2018 tot 2021", ("2018", "2021")), ("tot en met 2021", ("", "2022")),
        ("vanaf voorjaar 2020", ("2020-21", "")),
        ("sinds 31 februari 2020", ("", "")), ("tot 2019 en tot 2021", ("", "")), ("in 2020", ("", "")),
    ],
)  # fmt: skip
def test_periods_in_words(words: str, period: tuple[str, str]) -> None:
    found = period_in(words)
    assert (found.since, found.until) == period


def test_dates_keep_their_precision() -> None:
    assert [edtf(words) for words in ("2020", "mei 2020", "1 mei 2020", "eind 2020")] == [
        "2020",
        "2020-05",
        "2020-05-01",
        "2020",
    ]
