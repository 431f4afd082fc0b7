"""Pages of every layout give their own content as blocks, and nothing of the site around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.page import Block, Page, read_page

FOLDER = Path(__file__).parents[1] / "pages"


def page(name: str) -> Page:
    return read_page((FOLDER / name).read_bytes(), f"https://voorbeeld.example/{name}")


def kinds(page: Page) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in page.blocks]


def block(page: Page, text: str) -> Block:
    return next(b for b in page.blocks if b.text.startswith(text))


def label(page: Page, name: str) -> Block:
    return next(b for b in page.blocks if b.label == name)


def test_an_event_page_in_markdown() -> None:
    read = page("bijeenkomst.md")
    assert read.format == "markdown"
    assert read.title == "Koffie en kringen: wat kan er in de straat?"
    assert read.text[slice(*read.title_span)] == read.title
    assert [(b.label, b.text) for b in read.blocks if b.kind == "meta"] == [
        ("date", "14 november 2024"),
        ("time", "13:30 - 16:00"),
        ("place", "Dorpshuis De Linde, Kerkweg 12, Oegstgeest"),
    ]
    assert [[c.text for c in b.cells] for b in read.blocks if b.kind == "row"] == [
        ["13.30 uur", "Inloop"],
        ["13.45 uur", "Opening door Marjolein Aardenburg, voorzitter van Buurtkring De Brug"],
        ["15.30 uur", "Napraten"],
    ]
    assert label(read, "Voor wie").text == "Iedereen die in Oegstgeest woont, en wie er werkt."
    assert ("quote", "Samen eten is de kortste weg naar de buren.") in kinds(read)


def test_wrapped_lines_and_links_of_markdown_read_as_one() -> None:
    body = block(page("bijeenkomst.md"), "Deze middag")
    assert body.text.endswith("samen met Zorggroep Veldzicht, en dat is nieuw.")
    assert [(link.text, link.target) for link in body.links] == [
        ("Zorggroep Veldzicht", "https://veldzicht.example/over")
    ]


def test_the_taxonomy_stays_and_a_bare_button_goes() -> None:
    read = page("bijeenkomst.md")
    taxonomy = [(b.label, b.text) for b in read.blocks if b.kind == "taxonomy"]
    assert taxonomy[1:] == [("Thema's", "Zorgzame buurten, Samen leren"), ("Trefwoorden", "buurtkring, ontmoeting")]
    assert [link.text for link in label(read, "Thema's").links] == ["Zorgzame buurten", "Samen leren"]
    assert sum(b.text == "Aanmelden" for b in read.blocks) == 1


def test_what_is_private_is_masked_in_text_and_blocks() -> None:
    read = page("bijeenkomst.md")
    assert "06-12345678" not in read.text
    assert "info@buurtkringdebrug.example" in read.text
    assert "█" in block(read, "Vragen?").text
    article = page("artikel.html")
    assert "mina.hagedoorn@" not in article.text
    assert all("mina" not in link.target for b in article.blocks for link in b.links)


def test_lines_broken_within_sentences_with_blank_lines_between() -> None:
    read = page("afgebroken_regels.txt")
    assert read.title == "Krachten bundelen in de wijk Kampen"
    assert [b.label for b in read.blocks if b.kind == "meta"] == ["date", "time", "place"]
    assert block(read, "Deze bijeenkomst").text == (
        "Deze bijeenkomst hoort bij de Week van de Zeggenschap en bij een festival over mentale veerkracht in de stad."
    )
    assert block(read, "We praten").text.endswith("waar we veel hoorden over eigenaarschap.")
    assert label(read, "Wanneer").text == "6 oktober van 10.30 – 13.00 in het Pakhuis"
    assert label(read, "Kosten").text == "Deze week zijn alle bijeenkomsten kosteloos voor leden en niet-leden."
    assert label(read, "Thema's").text == "Mensen en initiatieven, Hulpmiddelen voor de raad, Dienstverlening"


def test_minutes_with_labels_points_items_and_a_table() -> None:
    read = page("notulen.txt")
    assert read.title == "Verslag vergadering 12 maart 2024"
    assert label(read, "Datum").text == "dinsdag 12 maart 2024"
    assert label(read, "Aanwezig namens de raad").text.startswith("Hetty Zandvliet (voorzitter)")
    assert [b.text for b in read.blocks if b.kind == "heading"][-3:] == ["Opening", "Leden", "Rondvraag"]
    assert block(read, "Ria Polderman").text == "Ria Polderman, afdeling Eik en de nieuwe afdeling Es"
    assert read.blocks[block(read, "Ria Polderman").section].text == "Leden"
    assert [c.text for c in block(read, "Hetty |").cells] == ["Hetty", "brief aan de gemeente", "april"]


def test_teasers_behind_the_text_are_in_the_text_but_in_no_block() -> None:
    read = page("notulen.txt")
    assert "Kerstmarkt" in read.text
    assert not any("Kerstmarkt" in b.text or "Cookies" in b.text for b in read.blocks)


def test_an_article_without_its_site() -> None:
    read = page("artikel.html")
    assert read.title == "Een hofje dat er bijna niet kwam"
    assert read.published == "2024-05-03"
    assert read.language == "nl-NL"
    for chrome in ("Koekbedrijf", "Voetbal", "Home / Nieuws", "Jopie", "Hardenberg", "Wolf", "Uitgeverij", "Tags"):
        assert chrome not in read.text


def test_an_article_keeps_its_text_clean() -> None:
    read = page("artikel.html")
    body = block(read, "In Ommen")
    assert body.text == (
        "In Ommen staat sinds vorig jaar een hofje. Stichting Hofje Noord bouwde het met woningcorporatie Vechtdal&Zo, "
        "en dat duurde zeven jaar."
    )
    assert [(k, read.text[k.start : k.end]) for k in body.links] == [(body.links[0], "woningcorporatie Vechtdal&Zo")]


def test_lists_tables_labels_and_programme_of_an_article() -> None:
    read = page("artikel.html")
    assert [(b.level, b.text) for b in read.blocks if b.kind == "item"] == [
        (1, "Twaalf huishoudens"),
        (2, "drie gezinnen"),
        (1, "Mina Hagedoorn (voorzitter)"),
    ]
    assert label(read, "Waar").text == "Hoofdstraat 1 / Ommen"
    assert label(read, "Plaats").text == "De Schuur, Dalfsen."
    assert label(read, "Aanvang").text == "20.00 uur"
    cells = [[(c.header, c.text) for c in b.cells] for b in read.blocks if b.kind == "row"]
    assert cells[:2] == [
        [("Naam", "Mina Hagedoorn"), ("Taak", "voorzitter")],
        [("Naam", "Bert Lindeboom"), ("Taak", "penningmeester")],
    ]
    assert [[text for _, text in row] for row in cells[2:]] == [
        ["19.30", "Inloop"],
        ["20.00", "Opening"],
        ["22.00", "Einde"],
    ]
    assert sum(b.kind == "quote" for b in read.blocks) == 2
    assert label(read, "Trefwoorden").text == "hofje, buren"


def test_what_a_page_tells_machines_can_be_quoted() -> None:
    read = page("artikel.html")
    event = next(i for i in read.structured if i.type == "Event")
    assert {p.name: p.value for p in event.properties} == {
        "name": "Open dag",
        "startDate": "2024-06-08T11:00",
        "location.name": "Hofje Noord",
        "location.address.addressLocality": "Ommen",
    }
    assert "\nGegevens in de pagina:\n" in read.text
    assert "Event startDate: 2024-06-08T11:00\n" in read.text
    assert not any(i.type == "BreadcrumbList" for i in read.structured)
    time = next(i for i in read.structured if i.source == "time")
    assert read.blocks[time.block].text.startswith("De open dag")


def test_a_layout_table_a_form_around_it_all_and_microdata_in_rows() -> None:
    read = page("agenda_in_tabel.html")
    assert read.title == "Agenda Netwerk De Peel"
    assert "Braderie" not in read.text
    events = [i for i in read.structured if i.type == "Event"]
    assert [i.first("startDate").value for i in events] == ["2025-02-03", "2025-03-10"]  # type: ignore[union-attr]
    assert [read.blocks[i.block].cells[1].text for i in events] == ["Startavond", "Werkplaats zorg"]
    assert ("heading", "Wie zitten er in het bestuur?") in kinds(read)
    assert read.published is None


def test_a_list_knows_its_heading_and_its_lead() -> None:
    raw = b"<h1>Raad</h1><h2>Bestuur</h2><p>De leden van het bestuur zijn:</p><ul><li>Ans</li><li>Bep</li></ul>"
    read = read_page(b"<html><body>" + raw, "x")
    items = [b for b in read.blocks if b.kind == "item"]
    assert [read.blocks[b.section].text for b in items] == ["Bestuur", "Bestuur"]
    assert {read.blocks[b.lead].text for b in items} == {"De leden van het bestuur zijn:"}


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("Titel hier nu\n\nGeplaatst op 2 oktober 2015\n\nTekst die loopt.", "2015-10-02"),
        ("Titel hier nu\n\n21 maart 2019 - leestijd 3 minuten\n\nTekst.", "2019-03-21"),
        ("Titel hier nu\n\nNieuwsbericht | 28 maart 2017\n\nTekst.", "2017-03-28"),
        ("Titel hier nu\n\n📅 28 maart 2017\n\n🕒 10:00 - 12:00\n\nTekst.", None),
        ("<html><h1>T</h1><p class='datum'>12 september 2014</p><p>Tekst.</p>", "2014-09-12"),
        ("<html><h1>T</h1><p>12 september 2014 van 10.00 - 12.00 uur</p><p>Tekst.</p>", None),
    ],
)
def test_when_a_page_was_published(source: str, published: str | None) -> None:
    assert read_page(source.encode(), "x").published == published


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Dag - Site</title><h1>Site</h1><main><h1>Dag</h1><p>x</p></main>", "Dag"),
        ("<title>Dag | Site</title><h2>Menu</h2><div><h2>Dag</h2><p>x</p></div>", "Dag"),
        (
            "<title>Dag van de Zorg &raquo; Site</title><div class=t>Dag van de Zorg</div><p>tekst</p>",
            "Dag van de Zorg",
        ),
        ("<title>Dag | Site</title><p>Alleen tekst.</p>", "Dag"),
        ("<nav><h1>Navigatie</h1></nav><h1>Echt</h1><p>x</p>", "Echt"),
        ("<p>Niets dan tekst zonder titel.</p>", ""),
    ],
)
def test_which_heading_is_the_title(html: str, title: str) -> None:
    assert read_page(f"<html><body>{html}</body></html>".encode(), "x").title == title
