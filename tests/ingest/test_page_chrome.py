"""Of a site's navigation, notices, sidebars, teasers, comments and feet nothing is read, whatever they are built of.

In the pages of ``pages/sites`` everything that stands around the page's own text names "Kantlijn", or Zwolle or Almelo.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extract import read as read_claims
from ingest.extract.gold_shape import as_line
from ingest.page import Page, read_page
from tests.ingest.test_page_laws import check

SITES = sorted((Path(__file__).parents[1] / "pages" / "sites").glob("*.html"))
STRANGE = ("Kantlijn", "Zwolle", "Almelo")
OWN = {
    "elementor": [
        "14 maart 2026",
        "09.00 - 11.00 uur",
        "Dorpshuis De Linde, Warmond",
        "Marjolein Aardenburg",
        "Samen Rijden",
    ],
    "koekjes": ["12 maart 2026", "Buurtkring De Brug", "bestuurder Kees van den Heuvel", "oude postkantoor"],
    "kop": ["10 maart 2026", "Dorpshuis De Linde in Warmond", "Wethouder Kees van den Heuvel"],
    "reacties": ["Mina Hagedoorn van Zorggroep Veldzicht", "Buurtkring De Brug", "Dorpshuis De Linde"],
    "teasers": ["Mina Hagedoorn", "De cliëntenraad van Zorggroep Veldzicht", "kookgroep"],
    "wordpress": ["Geplaatst op 10 maart 2026", "Wethouder Kees van den Heuvel", "Stichting Samen Rijden"],
}
TITLES = {
    "elementor": "Buurtontbijt in Warmond", "koekjes": "Nieuwe locatie in Sassenheim", "kop": "Bewonersavond over zorg",
    "reacties": "Wandelen met de wijkverpleegkundige", "teasers": "Koffie in het dorpshuis",
    "wordpress": "Inlooppunt geopend",
}  # fmt: skip


def read(path: Path) -> Page:
    page = read_page(path.read_bytes(), f"https://voorbeeld.example/{path.stem}")
    check(page)
    return page


def test_there_are_six_sites() -> None:
    assert {path.stem for path in SITES} == set(OWN) == set(TITLES)


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_the_page_has_its_own_text_and_nothing_else(path: Path) -> None:
    page = read(path)
    assert page.title == TITLES[path.stem]
    blocks = " ".join(f"{block.label} {block.text}" for block in page.blocks)
    assert [words for words in OWN[path.stem] if words not in blocks] == []
    assert [block.text for block in page.blocks if any(word in block.text for word in STRANGE)] == []
    for word in ("cookie", "Facebook", "nieuwsbrief", "Deel d", "rechten", "Reageer", "Home"):
        assert word.lower() not in blocks.lower()


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_no_claim_comes_from_the_site_around_the_page(path: Path) -> None:
    page = read(path)
    line = as_line(page, read_claims(page), past=True)
    names = [name for entity in line["entities"] for name in (entity["name"], *entity["aliases"])]
    assert [name for name in names if any(word in name for word in STRANGE)] == []
    assert {"Zorggroep Veldzicht", "Warmond", "Sassenheim"} & set(names)
    quotes = [claim["quote"] for claim in (*line["entities"], *line["relations"])]
    assert [quote for quote in quotes if any(word in quote for word in STRANGE)] == []


def html(body: str, title: str = "Samen eten in de wijk") -> str:
    own = "De bewoners van de wijk eten elke week samen in het dorpshuis, en wie wil kookt mee. " * 4
    return (
        f"<html><head><title>{title}</title></head><body><h1>Samen eten in de wijk</h1><p>{own}</p>{body}</body></html>"
    )


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source.encode(), "x").blocks][2:]


@pytest.mark.parametrize(
    "kept",
    [
        "<div><div><a href='/1'><h3>Zaterdag 3 april</h3></a><p>Een hele alinea over het eten van die dag, met soep en "
        "brood voor wie maar wil, en muziek van het koor.</p></div><div><a href='/2'><h3>Zondag 4 april</h3></a><p>Nog "
        "een hele alinea over het eten van die dag, en over de vrijwilligers die het maken.</p></div></div>",
        "<p>Wie doen er mee?</p><ul><li><a href='/1'>Zorggroep Zon</a></li><li><a href='/2'>Samen Rijden</a></li></ul>",
        "<p>Het koor zingt over cookies, koekjes en taart.</p>",
        "<p>Met <a href='/1'>Zorggroep Zon</a>, <a href='/2'>Samen Rijden</a> en <a href='/3'>de gemeente</a>.</p>",
        "<p>In onze nieuwsbrief staat elke maand wie er kookt.</p>",
        "<p>Contact: Stichting Samen Eten, Kerkstraat 1, 2361 AB Warmond, KvK 12345678</p>",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_kept(kept: str) -> None:
    assert texts(html(kept))


@pytest.mark.parametrize(
    "dropped",
    [
        "<p><a href='/1'>Voorpagina</a> | <a href='/2'>Zorg</a> | <a href='/3'>Wonen</a></p>",
        "<p><a href='/1'>« Soep bij de buren</a> <a href='/2'>Taart op zondag »</a></p>",
        "<ul><li><a href='/'>Home</a></li><li><a href='/k'>Zorggroep Z</a></li><li><a href='/c'>Contact</a></li></ul>",
        "<div><p>Deze website gebruikt cookies.</p><p>Lees ons beleid.</p></div>",
        "<div><p>Schrijf je in voor onze nieuwsbrief</p><p>Elke maand in je postvak.</p></div>",
        "<div><p>Stichting Samen Eten</p><p>© 2026</p></div>",
        "<div><p>Stichting Samen Eten</p><p><a href='/p'>Privacyverklaring</a></p></div>",
        "<div><div><a href='/1'><h3>Soep bij de buren</h3><p>Lees het hele verhaal</p></a></div>"
        "<div><a href='/2'><h3>Taart op zondag</h3><p>Lees het hele verhaal</p></a></div></div>",
    ],
)
def test_what_has_no_name_is_known_by_its_words_and_links(dropped: str) -> None:
    assert texts(html(dropped)) == []


def test_a_page_of_cards_is_about_these() -> None:
    cards = "".join(
        f"<div><a href='/{n}'><h3>Avond {n} in Warmond</h3><p>{n} april 2026</p></a></div>" for n in range(1, 5)
    )
    page = read_page(
        f"<html><head><title>Agenda</title></head><body><h1>Agenda</h1>{cards}</body></html>".encode(), "x"
    )
    assert sum(block.text.startswith("Avond") for block in page.blocks) == 4


def test_links_side_by_side_are_names_of_their_own() -> None:
    page = read_page(b"<h1>Partners van ons</h1><p>Dank aan <a href='1'>Fonds A</a><a href='2'>Bank B</a>.</p>", "x")
    assert page.blocks[-1].text == "Dank aan Fonds A Bank B."


def test_a_site_may_write_its_name_before_the_title() -> None:
    assert (
        read_page(html("", "Zorggroep Veldzicht - Samen eten in de wijk").encode(), "x").title
        == "Samen eten in de wijk"
    )


def test_items_below_a_line_that_invites_to_other_pages_are_their_titles() -> None:
    text = "Avond over wonen\n\nDe avond is in het dorpshuis, om acht uur, en iedereen kan komen.\n\n"
    teasers = "Lees ook\n* Dorpsbelang Kantlijn zoekt penningmeester\n* Mina Hagedoorn exposeert in Zwolle\n"
    page = read_page((text + teasers).encode(), "file:avond.txt")
    assert [b.text for b in page.blocks if "Kantlijn" in b.text or "Zwolle" in b.text] == []
    assert "dorpshuis" in " ".join(b.text for b in page.blocks)


def test_a_question_above_a_part_is_no_title() -> None:
    page = read_page(
        b"Dorpskracht Beemdoord\n\nWat doen we?\nWe koken elke woensdag voor iedereen die komt.\n", "file:p.txt"
    )
    assert page.title == "Dorpskracht Beemdoord"


CARD = (
    "<div class='kaart'><p><time datetime='2024-03-{day}'>wo {day} mrt</time></p><h3>Dorpstafel {town}</h3>"
    "<p>19.30 uur in het dorpshuis. We eten samen en praten verder. <a href='/{day}'>Meer lezen</a></p></div>"
)
INTRO = "<p>" + "Hier vind je wat ons platform dit halfjaar voor iedereen in de streek organiseert. " * 4 + "</p>"


def test_dated_cards_are_those_of_a_calendar_and_elsewhere_teasers() -> None:
    cards = CARD.format(day="06", town="Kortgene") + CARD.format(day="20", town="Aagtekerke")

    def towns(title: str) -> list[str]:
        page = read_page(f"<main><h1>{title}</h1>{INTRO}{cards}</main>".encode(), "x")
        return [block.text for block in page.blocks if "Dorpstafel" in block.text]

    for title in ("Activiteitenkalender", "Wat is er te doen in maart?"):
        assert towns(title) == ["Dorpstafel Kortgene", "Dorpstafel Aagtekerke"]
    assert towns("Wie wij zijn") == []


def test_themes_in_a_frame_behind_the_text_are_the_pages() -> None:
    themes = "<p>Thema’s: Zorgzame buurten</p><p>Trefwoorden: eiland</p>"
    frame = f"<div class='frame tags'><p>Meer artikelen over de thema’s met trefwoorden:</p>{themes}</div>"
    page = read_page(f"<body><main><div><h1>Meet-up aan zee</h1>{INTRO}</div>{frame}</main></body>".encode(), "x")
    assert [block.text for block in page.blocks if block.kind == "taxonomy"][1:] == ["Zorgzame buurten", "eiland"]
