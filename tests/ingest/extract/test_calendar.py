"""Which days are meant: where the year of a date comes from, and what is seen from the day of writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.dates import is_date
from ingest.extract.dates import Calendar, Tense, YearFrom, edtf_of, find_dates, tense_at, tense_of


def meant(text: str, calendar: Calendar, tense: Tense = Tense.UNKNOWN, around: str = "") -> list[str]:
    """What the dates of a text mean: "start", or "start/end" for a range."""
    found = [calendar.resolve(mention, tense, around) for mention in find_dates(text)]
    return [m.start + (f"/{m.end}" if m.end else "") for m in found]


@pytest.mark.parametrize(
    ("text", "page", "posted", "expected", "year_from"),
    [
        # the text itself
        ("12 juni 2025", "", "", "2025-06-12", YearFrom.TEXT),
        ("12 juni 2025", "12 juni 2024", "2024-05-01", "2025-06-12", YearFrom.TEXT),
        ("voorjaar 2024", "", "", "2024-21", YearFrom.TEXT),
        # the same day elsewhere on the page
        ("vrijdag 6 oktober", "6 oktober 2023", "", "2023-10-06", YearFrom.PAGE),
        ("30 mei a.s.", "30 mei 2024", "", "2024-05-30", YearFrom.PAGE),
        ("7 juni", "7 juni 2022 en 7 juni 2023", "2023-05-20", "2023-06-07", YearFrom.PAGE),
        ("woensdag 7 juni", "7 juni 2022 en 7 juni 2023", "2022-05-20", "2023-06-07", YearFrom.PAGE),
        ("7 juni", "2023-06-07T10:00", "", "2023-06-07", YearFrom.PAGE),
        # the weekday
        ("vrijdag 6 oktober", "", "2022-11-15", "2023-10-06", YearFrom.WEEKDAY),
        ("zaterdag 8 juni", "", "2013-05-31", "2013-06-08", YearFrom.WEEKDAY),
        ("donderdag 5 februari", "", "2014-12-20", "2015-02-05", YearFrom.WEEKDAY),
        ("dinsdag 4 maart", "wat er in maart 2025 te doen is", "", "2025-03-04", YearFrom.WEEKDAY),
        ("woensdag 4 maart", "wat er in maart 2025 te doen is", "", "2026-03-04", YearFrom.WEEKDAY),
        # a.s. and jl.
        ("5 februari a.s.", "", "2019-12-12", "2020-02-05", YearFrom.HINT),
        ("11 september jl.", "", "2019-12-12", "2019-09-11", YearFrom.HINT),
        ("11 december jl.", "", "2020-02-12", "2019-12-11", YearFrom.HINT),
        # nearness to the day of writing, with a lean to what comes
        ("17 december", "", "2019-12-12", "2019-12-17", YearFrom.NEARNESS),
        ("10 januari", "", "2025-12-01", "2026-01-10", YearFrom.NEARNESS),
        ("16 oktober", "", "2019-12-19", "2019-10-16", YearFrom.NEARNESS),
        ("in het najaar", "", "2017-03-28", "2017-23", YearFrom.NEARNESS),
        ("11 januari", "", "2022", "2022-01-11", YearFrom.NEARNESS),
        ("19 juni", "6 oktober 2023; van 4 tot en met 13 oktober 2023", "", "2023-06-19", YearFrom.NEARNESS),
        # nothing tells
        ("7 april", "", "", "", YearFrom.UNKNOWN),
        ("7 april", "12 mei 2019 en 3 juni 2021", "", "", YearFrom.UNKNOWN),
        ("7 april", "sinds 1 januari 2015", "", "", YearFrom.UNKNOWN),
        ("komende donderdag", "", "", "", YearFrom.UNKNOWN),
        ("elke maandag", "", "2024-05-01", "", YearFrom.UNKNOWN),
    ],
)  # fmt: skip
def test_the_year_comes_from_the_first_that_tells_it(
    text: str, page: str, posted: str, expected: str, year_from: YearFrom
) -> None:
    calendar = Calendar.of_page([page, text], posted)
    found = calendar.resolve(find_dates(text)[0])
    assert (found.start, found.year_from) == (expected, year_from)


@pytest.mark.parametrize(
    ("text", "tense", "expected"),
    [
        ("op 2 maart", Tense.PAST, "2012-03-02"), ("op 2 maart", Tense.AHEAD, "2013-03-02"),
        ("op 20 december", Tense.PAST, "2012-12-20"), ("in januari", Tense.AHEAD, "2013-01"),
        ("sinds eind juni", Tense.AHEAD, "2012-06"), ("was dinsdag op bezoek", Tense.PAST, "2012-12-18"),
        ("komt woensdag op bezoek", Tense.AHEAD, "2012-12-19"), ("woensdag soep", Tense.UNKNOWN, ""),
    ],
)  # fmt: skip
def test_the_tense_of_the_sentence_tells_past_from_future(text: str, tense: Tense, expected: str) -> None:
    assert meant(text, Calendar(posted="2012-12-19"), tense) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vandaag", "2025-06-11"), ("gisteravond", "2025-06-10"), ("eergisteren", "2025-06-09"),
        ("morgen", "2025-06-12"), ("overmorgen", "2025-06-13"), ("komende donderdag", "2025-06-12"),
        ("komende woensdag", "2025-06-18"),
        ("deze woensdag", "2025-06-11"), ("afgelopen zaterdag", "2025-06-07"), ("afgelopen woensdag", "2025-06-04"),
        ("zaterdag jl.", "2025-06-07"), ("vrijdag a.s.", "2025-06-13"), ("vorige week dinsdag", "2025-06-03"),
        ("volgende week dinsdag", "2025-06-17"), ("deze week", "2025-06"), ("volgende maand", "2025-07"),
        ("vorig jaar", "2024"), ("dit voorjaar", "2025-21"), ("afgelopen najaar", "2024-23"),
        ("komende zomer", "2026-22"),
        ("afgelopen winter", "2024-24"), ("11 oktober vorig jaar", "2024-10-11"), ("mei en juni vorig jaar", "2024-05"),
        ("in maart van dat jaar", ""),
    ],
)  # fmt: skip
def test_relative_dates_are_seen_from_the_day_of_writing(text: str, expected: str) -> None:
    assert meant(text, Calendar(posted="2025-06-11"))[0] == expected


def test_when_only_the_month_of_writing_is_known_no_day_is_made_up() -> None:
    calendar = Calendar(issue="2021-07")
    assert meant("vanmiddag, gisteren, komende donderdag, deze week, volgende maand", calendar) == [
        "2021-07", "", "", "2021-07", "2021-08",
    ]  # fmt: skip


def test_a_heading_with_a_year_or_the_sentence_before_tells_the_year() -> None:
    calendar = Calendar(posted="2021-02-01")
    assert meant("za 28 maart", calendar, around="2020") == ["2020-03-28"]
    assert meant("28 maart", calendar, around="2015-11") == ["2016-03-28"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 t/m 13 oktober", "2023-10-04/2023-10-13"), ("28 december - 2 januari", "2023-12-28/2024-01-02"),
        ("oktober t/m december", "2023-10/2023-12"), ("van 2014 tot mei 2017", "2014/2017-05"),
    ],
)  # fmt: skip
def test_a_range_has_two_ends(text: str, expected: str) -> None:
    assert meant(text, Calendar(posted="2023-09-20")) == [expected]


def test_the_twenty_ninth_of_february_lies_in_a_leap_year() -> None:
    assert meant("29 februari", Calendar(posted="2023-12-01")) == ["2024-02-29"]


def test_a_day_of_writing_that_does_not_exist_tells_nothing() -> None:
    assert meant("7 april en morgen", Calendar(posted="2024-02-31")) == ["", ""]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("Vorige week was het feest en kwamen er veel mensen.", Tense.PAST),
        ("Op 12 juni komt de wethouder en wordt het plan getoond.", Tense.AHEAD),
        ("De tuin van de buurt.", Tense.UNKNOWN),
        ("Dit is een vervolg op de avond van 19 juni.", Tense.PAST),
    ],
)
def test_the_verbs_of_a_sentence_tell_its_tense(sentence: str, tense: Tense) -> None:
    assert tense_of(sentence) is tense
    around = f"Kom op 3 mei, want dan wordt het feest gevierd. {sentence} Het wordt mooi. Kom!"
    assert tense_at(around, around.index(sentence) + 5, around.index(sentence) + 9) is tense


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-06-14", "2024-06-14"), ("2024-06", "2024-06"), ("2024-06-14T13:00", "2024-06-14T13:00"),
        ("2024-06-14 13:00:00", "2024-06-14T13:00"), ("2022-06-02T17:30:00+02:00", "2022-06-02T17:30"),
        ("2024-06-14T11:00:00Z", "2024-06-14T13:00"), ("2024-12-14T23:30:00Z", "2024-12-15T00:30"),
        ("2024-06-14T00:00:00+02:00", "2024-06-14"), ("2024-06-14T11:00:00.000+0000", "2024-06-14T13:00"),
        ("2024-02-31", ""), ("2024-06-14T25:00", ""), ("2024-06-14T12:00+99:00", ""), ("14 juni", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_of_structured_data_become_local_edtf(value: str, edtf: str) -> None:
    assert edtf_of(value) == edtf


WORDS = ("12", "juni", "a.s.", "jl.", "2024", "vorig jaar", "-", "t/m", "en", "komende", "donderdag", "gisteren",
         "najaar", "31", "februari", "29", "deze week", "van dat jaar", "'19", "eind", ",",
         "1-2-2020", "december")  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(["", "2024", "2024-02", "2024-02-29", "2023-12-31"]),
    st.sampled_from(list(Tense)),
)
def test_whatever_stands_there_what_is_meant_is_a_date_or_nothing(words: list[str], posted: str, tense: Tense) -> None:
    text = " ".join(words)
    calendar = Calendar.of_page([text], posted)
    for mention in find_dates(text):
        found = calendar.resolve(mention, tense)
        assert found.start == "" or is_date(found.start)
        assert found.end == "" or (is_date(found.end) and found.start != "")
        assert (found.start == "") == (found.year_from is YearFrom.UNKNOWN)
