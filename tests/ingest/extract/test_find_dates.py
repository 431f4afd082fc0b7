"""What dates a Dutch text names: every form with its parts, and what only looks like a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.dates import Bound, DateMention, DateParts, find_dates

MONTH_WORDS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
               "november", "december")  # fmt: skip


def shown(mention: DateMention) -> str:
    """A mention in short: "????-06-12" has no year, "a/b" is a range, "~end" a portion, "→nearest+1" a relation."""
    if mention.rhythm:
        return "rhythm"
    text = _parts(mention.first) + (f"/{_parts(mention.last)}" if mention.last else "")
    text += f"~{mention.portion}" if mention.portion else ""
    return text + (f"→{mention.relative.unit}{mention.relative.shift:+d}" if mention.relative else "")


def _parts(parts: DateParts) -> str:
    year = f"{parts.year or '????'}"
    month = parts.season or parts.month
    return year + (f"-{month:02d}" if month else "") + (f"-{parts.day:02d}" if parts.day else "")


FORMS = [
    # a day with its year
    ("Op 12 juni 2025 komen we bijeen.", ["2025-06-12"]),
    ("Zaterdag 8. September 2018", ["2018-09-08"]),
    ("dinsdag, 16 april, 2019", ["2019-04-16"]),
    ("3 maart van 2021", ["2021-03-03"]),
    ("29 februari 2024", ["2024-02-29"]),
    ("de derde juni 2024", ["2024-06-03"]),
    ("de 3de juni 2024 en de 21ste juli 2024", ["2024-06-03", "2024-07-21"]),
    ("Vijftien maart 2023", ["2023-03-15"]),
    ("eenentwintig maart 2023", ["2023-03-21"]),
    ("ma 4 mrt. 2024", ["2024-03-04"]),
    ("12-jun-2024", ["2024-06-12"]),
    ("9 SEPT. 2022", ["2022-09-09"]),
    ("1 mei ’24", ["2024-05-01"]),
    ("8 okt '98", ["1998-10-08"]),
    ("een wandeling op 12\njuni 2025", ["2025-06-12"]),
    # a day without a year
    ("do 12 juni", ["????-06-12"]),
    ("vrijdag 6 oktober", ["????-10-06"]),
    ("zaterdagmiddag 8 september", ["????-09-08"]),
    ("1e mei", ["????-05-01"]),
    ("vijftien maart", ["????-03-15"]),
    ("di. 8 nov.", ["????-11-08"]),
    # digits
    ("2025-06-12", ["2025-06-12"]),
    ("2025-06-12T10:30:00+02:00", ["2025-06-12"]),
    ("17-03-2024", ["2024-03-17"]),
    ("17-3-2024", ["2024-03-17"]),
    ("17.03.2024", ["2024-03-17"]),
    ("17/03/2024", ["2024-03-17"]),
    ("17-03-24", ["2024-03-17"]),
    ("17/03: bijpraten", ["????-03-17"]),
    ("woensdag 5/6", ["????-06-05"]),
    ("d.d. 5-6", ["????-06-05"]),
    # ranges and lists
    ("van 4 tot en met 13 oktober 2023", ["2023-10-04/2023-10-13"]),
    ("4 t/m 13 oktober", ["????-10-04/????-10-13"]),
    ("4-6 oktober", ["????-10-04/????-10-06"]),
    ("tussen 4 en 9 november 2024", ["2024-11-04/2024-11-09"]),
    ("28 mei - 2 juni", ["????-05-28/????-06-02"]),
    ("28 mei – 2 juni 2024", ["2024-05-28/2024-06-02"]),
    ("28 december - 2 januari", ["????-12-28/????-01-02"]),
    ("28 december t/m 2 januari 2024", ["2023-12-28/2024-01-02"]),
    ("maandag 15 september t/m vrijdag 10 oktober", ["????-09-15/????-10-10"]),
    ("op 1, 5 en 13 juni", ["????-06-01", "????-06-05", "????-06-13"]),
    ("dinsdag 2, 9, 16, 23 en 30 september 2025", [f"2025-09-{d:02d}" for d in (2, 9, 16, 23, 30)]),
    ("woensdag 27 en donderdag 28 september 2023", ["2023-09-27", "2023-09-28"]),
    ("25 januari, 22 februari en 26 april 2024", ["2024-01-25", "2024-02-22", "2024-04-26"]),
    ("20 december en 3 januari 2025", ["2024-12-20", "2025-01-03"]),
    ("mei en september vorig jaar", ["????-05→year-1", "????-09→year-1"]),
    ("oktober t/m december '20", ["2020-10/2020-12"]),
    ("september-december ’21", ["2021-09/2021-12"]),
    ("half mei tot en met juli 2020", ["2020-05/2020-07~middle"]),
    ("liep van 2014 tot mei 2017", ["2014/2017-05"]),
    ("beleidsplan 2020-2024", ["2020/2024"]),
    # months, seasons, years
    ("in juni 2024", ["2024-06"]),
    ("sinds april", ["????-04"]),
    ("begin oktober 2023", ["2023-10~begin"]),
    ("eind juni", ["????-06~end"]),
    ("medio maart en half april", ["????-03~middle", "????-04~middle"]),
    ("MAART 2021", ["2021-03"]),
    ("Februari was druk.", ["????-02"]),
    ("voorjaar 2024", ["2024-21"]),
    ("de zomer van 2023", ["2023-22"]),
    ("herfst '22", ["2022-23"]),
    ("winter 2023-2024", ["2023-24"]),
    ("Voorjaarsmarkt 2024", ["2024-21"]),
    ("in de voorjaarseditie", ["????-21"]),
    ("in het najaar", ["????-23"]),
    ("sinds 2014", ["2014"]),
    ("Jaarvergadering 2010", ["2010"]),
    ("(2019)", ["2019"]),
    ("eind 2018", ["2018~end"]),
    ("in november 2023 en maart van dat jaar", ["2023-11", "2023-03"]),
    # seen from the day of writing
    ("30 mei a.s.", ["????-05-30→nearest+1"]),
    ("10 maart jl.", ["????-03-10→nearest-1"]),
    ("donderdag 12 juni aanstaande", ["????-06-12→nearest+1"]),
    ("11 oktober vorig jaar", ["????-10-11→year-1"]),
    ("gisteren en morgen", ["????→day-1", "????→day+1"]),
    ("vanavond om acht uur", ["????→day+0"]),
    ("komende donderdag", ["????→weekday+1"]),
    ("afgelopen zaterdag", ["????→weekday-1"]),
    ("zaterdag jl.", ["????→weekday-1"]),
    ("volgende week woensdag", ["????→week+1"]),
    ("deze week", ["????→week+0"]),
    ("was woensdag op bezoek", ["????→named_day+0"]),
    ("volgende maand en vorig jaar", ["????→month+1", "????→year-1"]),
    ("afgelopen najaar", ["????-23→season-1"]),
    ("dit voorjaar", ["????-21→season+0"]),
    ("komende maart", ["????-03→nearest+1"]),
    # what comes back
    ("elke vierde maandag", ["rhythm"]),
    ("iedere eerste donderdag van de maand", ["rhythm"]),
    ("2e dinsdag v.d. maand", ["rhythm"]),
    ("laatste vrijdag van de maand", ["rhythm"]),
    ("twee keer per jaar", ["rhythm"]),
    ("halfjaarlijkse ontmoeting", ["rhythm"]),
    ("om de week", ["rhythm"]),
]

NO_DATES = [
    "Kerkstraat 2018, 1234 AB Bunnik", "Dorpsweg 12-14", "kamer 4.06", "telefoon 030-2345678", "06 12 34 56 78",
    "€ 12.50 per keer", "artikel 7.1 en artikel 12", "1/2 liter melk en 3/4 brood", "24/7 bereikbaar", "50/50",
    "versie 2.10.1", "75% van de leden", "2000 inwoners", "van 2000 leden", "in 2000 huishoudens", "31 juni",
    "de zorg van morgen", "goede morgen", "elke morgen", "30-02-2024", "de mensen van vandaag", "vandaag de dag",
    "Anne-Mei is er", "mevrouw Mei", "op maandag en woensdag", "'s zondags", "dinsdag: gym",
    "van maandag tot en met vrijdag",
    "12 decibel", "3 meisjes", "jan kwam langs", "de decaan", "aprilgrap", "nummer 1234567890", "NL12 2019 0101 01",
    "groep 3 tot en met 8", "10-12 jaar", "een zomerse dag", "marktdag", "2019 AB Haarlem", "1-2-3",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_every_form_of_date_is_found_with_its_parts(text: str, expected: list[str]) -> None:
    assert [shown(mention) for mention in find_dates(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Kom op vrijdagavond 6 oktober 2023 langs.", "vrijdagavond 6 oktober 2023"),
        ("Van 4 tot en met 13 oktober 2023.", "4 tot en met 13 oktober 2023"),
        ("sinds eind juni dicht", "eind juni"),
        ("Straks, komende donderdag, is er soep.", "komende donderdag"),
        ("dit is 30 mei a.s. te zien", "30 mei a.s."),
        ("İzmir, 12 juni 2025", "12 juni 2025"),
    ],
)
def test_a_span_holds_the_whole_date_and_nothing_else(text: str, quote: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text)] == [quote]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("sinds 1 mei 2021", Bound.FROM), ("per 1 januari", Bound.FROM), ("met ingang van 1 mei", Bound.FROM),
        ("vanaf september", Bound.FROM), ("tot 1 juli 2017", Bound.UNTIL), ("tot en met 3 mei", Bound.UNTIL),
        ("vóór 11 februari 2025", Bound.UNTIL), ("uiterlijk 3 april", Bound.UNTIL), ("op 3 april", Bound.AT),
        ("van 3 t/m 5 april", Bound.AT),
    ],
)  # fmt: skip
def test_the_word_before_a_date_makes_it_a_beginning_or_an_end(text: str, bound: Bound) -> None:
    assert [mention.bound for mention in find_dates(text)] == [bound]


def test_a_weekday_tells_the_part_of_the_day() -> None:
    assert [m.daypart for m in find_dates("maandagavond 11 maart 2019, zaterdagmorgen 3 mei, 4 mei")] == [
        "avond",
        "ochtend",
        "",
    ]


@pytest.mark.parametrize("unit", ["1", "1 ", "12.30 ", "1, 2 en ", "12-", "van 1 tot ", "mei ", "maandag ", "elke "])
def test_a_long_text_of_half_dates_is_read_in_one_pass(unit: str) -> None:
    # A pattern that reads lists in more than one way would not come back from this.
    assert all(m.first.day is None for m in find_dates(unit * 2000))


@given(st.dates(), st.sampled_from(["{d} {m} {y}", "{d} {m} '{s}", "{y}-{n:02d}-{d:02d}", "{d:02d}-{n:02d}-{y}"]))
def test_every_day_written_out_is_found(day, form) -> None:  # type: ignore[no-untyped-def]
    if not 1970 <= day.year <= 2069:
        day = day.replace(year=1970 + day.year % 100, day=min(day.day, 28))
    text = form.format(d=day.day, m=MONTH_WORDS[day.month - 1], n=day.month, y=day.year, s=f"{day.year % 100:02d}")
    assert [m.first for m in find_dates(f"Op {text} is het feest.")] == [DateParts(day.year, day.month, day.day)]


@given(st.text(alphabet=" \n.,-–/:()'’0123456789aemtjnuidovrzklpc'éİ", max_size=200))
def test_any_text_gives_mentions_in_order_that_do_not_overlap(text: str) -> None:
    mentions = find_dates(text)
    ends = [0, *(m.end for m in mentions)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, mentions, strict=False))
