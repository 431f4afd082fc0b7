"""Which lines of a page name a gathering, and when that is."""

from __future__ import annotations

from ingest.extract import read
from ingest.page import read_page
from ingest.reading import Reading


def _events(page: str, address: str = "file:page.txt") -> dict[str, str]:
    """The gatherings of a page by name, each with its beginning."""
    reading = _read(page, address)
    return {
        t.name: next((p.value for p in t.properties if p.field == "start"), "")
        for t in reading.things
        if t.kind == "Event"
    }


def _read(page: str, address: str = "file:page.txt") -> Reading:
    return read(read_page(page.encode(), address))


AGENDA = """<html><head><title>Agenda - Netwerk Zorgzaam Twente</title></head><body><main><h1>Agenda</h1>
<h3>Lunchsessie Mantelzorg en werk</h3><p>di 8 december 2026, 12.00 - 13.30 uur<br>Stadskantoor, Hengelo</p>
<h3>Excursie naar Hoes van Oelde</h3><p>vr 15 januari 2027 | 10:00 | Oele</p><p>We bezoeken Hoes van Oelde.</p>
<h3>Netwerkdag</h3><p>Datum en plaats volgen</p></main></body></html>"""


def test_an_agenda_is_no_gathering_and_the_line_below_a_heading_tells_when_it_is() -> None:
    told = _events(AGENDA, "file:agenda.html")
    assert told["Excursie naar Hoes van Oelde"] == "2027-01-15T10:00"
    assert told["Lunchsessie Mantelzorg en werk"] == "2026-12-08T12:00"
    assert not {"Agenda", "Oele"} & told.keys()


def test_a_report_that_tells_when_people_met_has_that_day_and_is_one_gathering() -> None:
    told = _events(
        "Meet-up Zorgzame straten in Deventer\n\n12 juni 2026\n\nOp donderdag 4 juni 2026 kwamen zestig mensen "
        "bijeen in wijkcentrum De Ulebelt voor de derde meet-up van de reeks Zorgzame straten.\n"
    )
    assert [day[:10] for day in told.values()] == ["2026-06-04"]


NEWSLETTER = """# Nieuwsbrief Langer Thuis Beemdstreek – oktober 2026

## Op bezoek
Het huis is elke dinsdag open van 10 tot 15 uur.

## Save the date
* 14 november: Zorgmarkt in De Radstake, Heelweg (10-16 uur)
* 2 december: online kennissessie 'Buren die zorgen' met lector Nienke Wolterink (Hogeschool Utrecht), 19.30 uur
* 20 januari: nieuwjaarsborrel
"""


def test_who_leads_a_session_is_no_part_of_its_name_nor_is_it_where_they_work() -> None:
    told = _events(NEWSLETTER, "file:brief.md")
    assert told["online kennissessie 'Buren die zorgen'"] == "2026-12-02T19:30"
    assert not {"Save the date", "Buren die zorgen"} & told.keys()
    reading = _read(NEWSLETTER, "file:brief.md")
    name = [thing.name for thing in reading.things]
    held = {name[s.object] for s in reading.statements if s.predicate == "HELD_AT"}
    assert "Hogeschool Utrecht" not in held


def test_when_a_house_is_open_says_nothing_of_a_gathering() -> None:
    assert _events(NEWSLETTER, "file:brief.md")["nieuwjaarsborrel"] == "2027-01-20"


def test_a_gathering_is_not_named_by_half_of_another_name() -> None:
    told = _events(
        "Verslag actieteam\n\nDe halfjaarlijkse bijeenkomst van Radicale vernieuwing is op woensdag 15 april 2026 van "
        "10.00 tot 15.30 uur in Utrecht.\n"
    )
    assert not any(name.endswith("Radicale") for name in told)


OPENED = """<html><head><title>Nieuw huis in Wijchen | Welzijn Beemdstreek</title>
<meta property="article:published_time" content="2026-05-06T09:00:00+02:00"></head><body><article>
<h1>Opening van het Veerhuis in Wijchen</h1><p class="meta">6 mei 2026 | door Anouk Peters</p>
<p>Op zaterdag 30 mei opent wethouder Theo Burgers het Veerhuis Wijchen aan de Kasteellaan.</p>
<p>Mensen met dementie kunnen er van maandag tot en met donderdag van 10.00 tot 16.00 uur binnenlopen.</p>
<p>De opening is van 14.00 tot 17.00 uur.</p></article></body></html>"""


def test_the_line_of_who_wrote_a_page_and_opening_hours_say_nothing_of_its_gathering() -> None:
    told = _events(OPENED, "file:opening.html")
    assert set(told.values()) == {"2026-05-30T14:00"}


PIPED = """Agenda

Hieronder staat wat er te doen is rond zorg in de gemeente.

JUNI 2026

wo 3 juni | 10.00-11.30 | Stamtafel mantelzorgers
Inloop zonder programma.

do 11 juni | 20.00 | Informatieavond ‘Samen de nacht door’
Zorgdorp Beemd legt uit hoe het gaat werken. Locatie: Hervormde Kerk, Wijdenes.

di 16 juni | tijd n.n.b. | Online vragenuur Wmo
Organisatie: Adviesraad Sociaal Domein Beemd.

za 20 juni | GEANNULEERD | Rollatorloop Hoogkarspel
Te weinig vrijwilligers.

SEPTEMBER 2026

ma 7 sept | 14.00-16.00 | Stoelyoga, proefles
Sporthal De Dars, Hoogkarspel. Kosten € 3.
"""


def test_lines_of_day_time_and_title_are_an_agenda_also_without_running_text() -> None:
    assert _events(PIPED) == {
        "Stamtafel mantelzorgers": "2026-06-03T10:00",
        "Informatieavond ‘Samen de nacht door’": "2026-06-11T20:00",
        "Online vragenuur Wmo": "2026-06-16",
        "Rollatorloop Hoogkarspel": "2026-06-20",
        "Stoelyoga, proefles": "2026-09-07T14:00",
    }


def test_the_lines_below_such_a_title_tell_where_it_is_and_who_organises_it() -> None:
    reading = _read(PIPED)
    name = [thing.name for thing in reading.things]
    said = {(s.predicate, name[s.subject], name[s.object]) for s in reading.statements}
    assert ("HELD_AT", "Informatieavond ‘Samen de nacht door’", "Hervormde Kerk") in said
    assert ("HELD_IN", "Informatieavond ‘Samen de nacht door’", "Wijdenes") in said
    assert ("HELD_AT", "Stoelyoga, proefles", "Sporthal De Dars") in said
    assert ("ORGANISES", "Adviesraad Sociaal Domein Beemd", "Online vragenuur Wmo") in said


RAAD = """Programma Beemdraad: wie zorgt er straks voor wie?

Datum: vrijdag 26 september 2025
Tijd: 10:00 - 15:30 uur

Netwerk Beemdbuurt organiseert op vrijdag 26 september het Beemdraad, met de gemeente Zutphen. Een dag voor iedereen.

Het Beemdraad is een vervolg op de Beemdontmoeting van 14 maart 2025.
"""


def test_the_name_of_the_page_s_gathering_is_no_body() -> None:
    reading = _read(RAAD)
    name = [thing.name for thing in reading.things]
    title = "Programma Beemdraad: wie zorgt er straks voor wie?"
    assert not [t for t in reading.things if "Beemdraad" in t.name and t.kind not in ("Event", "Document")]
    said = {(s.predicate, name[s.subject], name[s.object]) for s in reading.statements}
    assert ("ORGANISES", "Netwerk Beemdbuurt", title) in said
    assert ("FOLLOWS_UP", title, "Beemdontmoeting") in said


def test_who_wrote_a_page_and_at_what_time_makes_its_title_no_gathering() -> None:
    page = (
        "<html><body><article><h1>Buren redden De Beemdhof van de sloop</h1>"
        '<p class="byline">Door Marten Tilma &ndash; maandag 7 oktober, 08.14 uur</p>'
        "<p>Buurtkring De Beemd is sinds vrijdag eigenaar van het huis. Het feest is op zaterdag 2 november.</p>"
        "</article></body></html>"
    )
    assert "Buren redden De Beemdhof van de sloop" not in _events(page, "file:nieuws.html")


def test_a_change_in_a_title_is_of_one_gathering_and_a_programme_of_a_week_is_none() -> None:
    moved = "Afgelast: Themamiddag ‘Slapen in huis’ op 21 november\n\nDe middag van 21 november 2024 gaat niet door.\n"
    assert list(_events(moved)) == ["Afgelast: Themamiddag ‘Slapen in huis’ op 21 november"]
    week = "Programma Week van de Buren\n\nVan 29 september tot en met 4 oktober 2025 gaan in Wijchen de deuren open.\n"
    assert "Programma Week van de Buren" not in _events(week)


def test_a_rhythm_or_a_town_with_the_noun_names_what_has_that_noun_in_its_name() -> None:
    page = (
        "Verslag van het jaar\n\nOp zaterdag 9 mei 2026 was Festival Gezonde Buurt in Vaassen. Het festival in Vaassen "
        "trok veel mensen.\n"
    )
    assert [name for name in _events(page) if "estival" in name] == ["Festival Gezonde Buurt"]


def test_a_report_states_the_name_of_the_gathering_that_it_is_of_with_the_words_of_its_title() -> None:
    page = read_page(
        b"Verslag van het congres Anders Oud\n\nOp donderdag 4 juni 2026 kwamen in Deventer zestig mensen bijeen.\n",
        "file:page.txt",
    )
    (congress,) = (t for t in read(page).things if t.kind == "Event")
    (alias,) = congress.states_alias
    assert (alias.field, alias.value) == ("alias", "congres Anders Oud")
    assert page.text[alias.quote.start : alias.quote.end] == alias.value


CARDS = """<html><head><title>Week van de Buurt</title></head><body><main><h1>Week van de Buurt</h1>
<p>Van maandag 23 tot en met zondag 29 september 2024 doet heel Oelbroek de deuren open, en iedereen mag binnen.</p>
<article><div><time datetime="2024-09-23T09:30">ma 23 sept, 9.30 uur</time></div><h3>Ontbijt met de buren</h3>
<p>We dekken de tafel langs de hele straat. Neem een stoel mee.</p><span>Oelestraat</span></article>
<article><div><time datetime="2024-09-24">di 24 sept, hele dag</time></div><h3>Open atelier</h3>
<p>Schilderen, solderen en koffie, de hele dag door.</p><span>Buurthuis De Oele</span></article></main></body></html>"""
LETTER = """Uit de buurt, najaar 2024

Kom erbij deze herfst, want er is genoeg te doen en iedereen is welkom.

VRIJDAG 27 SEPTEMBER
Oogstmaal op het plein. Neem mee wat er op je volkstuin staat, dan maken wij er soep van.

ZATERDAG 5 OKTOBER
Wandelen met een vreemde, 10.30 uur. Je loopt een uur met iemand die je nooit eerder sprak.

9 november
Geen bijeenkomst, dan is iedereen naar Sint-Maarten.
"""


def test_the_day_may_stand_above_what_is_on_that_day() -> None:
    told = _events(CARDS, "file:week.html")
    assert told["Ontbijt met de buren"] == "2024-09-23T09:30"
    assert told["Open atelier"] == "2024-09-24"
    told = _events(LETTER)
    assert told["Oogstmaal op het plein"] == "2024-09-27"
    assert told["Wandelen met een vreemde"] == "2024-10-05T10:30"
    assert not [name for name in told if name.startswith("Geen")]


CARD = (
    "<article><p><time datetime='{machine}'>{told}</time></p><h3>{name}</h3><p>In de grote zaal van het wijkhuis.</p>"
    "</article>"
)


def test_a_year_that_only_the_machine_readable_time_gives_is_that_of_the_day() -> None:
    cards = CARD.format(machine="2024-05-07T10:00", told="di 7 mei, 10.00 - 11.30 uur", name="Koffieochtend Nieuw")
    cards += CARD.format(machine="2024-05-16T20:00", told="do 16 mei, 20.00 uur", name="Lezing Vergeten mag")
    told = _events(f"<main><h1>Agenda van het wijkhuis</h1>{cards}</main>", "file:agenda.html")
    assert told["Koffieochtend Nieuw"] == "2024-05-07T10:00"
    assert told["Lezing Vergeten mag"] == "2024-05-16T20:00"


def test_which_of_several_it_was_is_no_day() -> None:
    page = "Kring Dichtbij Huis\n\nBijeenkomst 1 - 6 maart 2024, Veendam\n\nWe aten samen in De Compagnie.\n"
    assert "2024-03-01" not in {day[:10] for day in _events(page).values()}


WEEK = """<main><h1>Week van de Open Deur</h1><p>maandag 23 tot en met zaterdag 28 september 2024</p>
<p>Wie zijn buren kent loopt achterom. Zes dagen lang zetten dorpen in de streek hun huiskamers open voor iedereen.</p>
<article><p>Maandag 23 september, 16.00 uur</p><h3>Aftrap op de Markt</h3><p>Muziek van een koor.</p></article>
<article><p>Donderdag 26 september, 10.00 - 12.00 uur</p><h3>Ronde Tafel: wie heeft de sleutel?</h3><p>Praat
mee.</p></article>
<article><p>Zaterdag 28 september, vanaf 14.00 uur</p><h3>Slotfeest</h3><p>Op het strand.</p></article></main>"""


def test_what_stands_before_a_colon_is_the_same_gathering_and_a_day_may_say_from_when() -> None:
    told = _events(WEEK, "file:week.html")
    assert told["Ronde Tafel: wie heeft de sleutel?"] == "2024-09-26T10:00"
    assert told["Slotfeest"] == "2024-09-28T14:00"
    assert "Ronde Tafel" not in told
