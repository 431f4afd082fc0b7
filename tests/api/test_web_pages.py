"""The pages: what each shows, in both languages, and how it helps on when there is nothing to show."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from graph_model.evidence import End
from queries import Graph
from queries.links import links
from tests.api.clients import client
from tests.queries.pages import initiative, load, said

NOT_LITERAL = "uit het register, niet letterlijk"


def words(page: httpx.Response) -> str:
    """What a reader reads: the text of a page on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page.text)).split())


def ways(page: httpx.Response) -> list[str]:
    """The addresses that a page leads to."""
    return [unescape(way) for way in re.findall(r'href="([^"]*)"', page.text)]


def test_every_way_on_every_page_leads_somewhere(web: httpx.Client) -> None:
    seen: set[str] = set()
    coming = ["/"]
    while coming and len(seen) < 120:
        address = coming.pop(0).partition("#")[0]
        if address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        page = web.get(address)
        assert page.status_code in (200, 303), (address, page.status_code)
        if "text/html" in page.headers.get("content-type", ""):
            coming += ways(page)
    assert {"/zoeken", "/in-de-buurt", "/waarom", "/netwerk", "/over"} <= seen
    assert any(address.startswith("/bron/") for address in seen)


def test_the_start_page_weighs_little_with_all_that_it_loads(web: httpx.Client) -> None:
    page = web.get("/")
    loaded = re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', page.text)
    assert len(page.content) + sum(len(web.get(address).content) for address in loaded) <= 60_000
    assert "Buurtkring Noord" in page.text


def test_a_thing_shows_its_links_each_with_its_quotes_and_their_sources(web: httpx.Client) -> None:
    page = web.get("/ding/Buurtkring%20Noord", follow_redirects=True)
    assert "Wij werken samen met 't Naoberhoês" in words(page)
    quotes = [way for way in ways(page) if re.fullmatch(r"/bron/d[a-z2-7]{12}#[0-9a-f]{24}", way)]
    assert quotes
    for way in quotes:
        source, _, claim = way.partition("#")
        assert f'id="{claim}"' in web.get(source).text


def test_a_name_or_an_old_id_leads_to_the_page_of_the_thing(web: httpx.Client, neighbourhood: Graph) -> None:
    thing = links(neighbourhood, "Buurtkring Noord").thing
    moved = web.get("/ding/buurtkring%20noord")
    assert (moved.status_code, moved.headers["location"]) == (302, f"/ding/{thing.id}")


def test_a_quote_leads_to_its_words_on_the_original_page(graph: Graph, tmp_path: Path) -> None:
    from tests.api.hostile import load_hostile

    load_hostile(graph)  # its address is an invented one, so no link leads there
    with client(graph, tmp_path) as web:
        page = web.get("/ding/Rechtsom%20Zorg", follow_redirects=True)
        assert "kwaad.example" not in [re.sub(r"https?://([^/]*).*", r"\1", way) for way in ways(page)]
        assert "verzonnen voorbeeld" in words(page)


def test_what_a_register_says_is_marked_as_not_literal(web: httpx.Client) -> None:
    page = words(web.get("/ding/Dorpstafel%20Ampsen", follow_redirects=True))
    assert NOT_LITERAL in page
    source = web.get("/bron/register:voorbeeld", follow_redirects=True)
    assert NOT_LITERAL in words(source)
    assert "niet gelezen" in words(source)
    assert "<mark" not in source.text


def test_invented_things_are_marked_wherever_they_show(web: httpx.Client) -> None:
    for address in (
        "/",
        "/zoeken?q=buurtkring",
        "/in-de-buurt?ding=De+Wilgenhof",
        "/waarom?van=Naoberhoes&naar=De+Wilgenhof",
    ):
        assert "verzonnen voorbeeld" in words(web.get(address)), address
    for address in ("/ding/Buurtkring%20Noord", "/bron/Over%20Buurtkring%20Noord"):
        assert "verzonnen voorbeeld" in words(web.get(address, follow_redirects=True)), address


def test_near_gives_distance_and_reasons_with_quotes(web: httpx.Client) -> None:
    page = web.get("/in-de-buurt", params={"ding": "De Wilgenhof", "km": "7,5"})
    assert "binnen 7,5 km" in words(page)
    assert "De Wilgenhof werkt samen met Buurtkring Noord" in words(page)
    assert "<blockquote" in page.text


def test_why_gives_the_way_with_a_quote_at_each_step(web: httpx.Client) -> None:
    page = web.get("/waarom", params={"van": "Voorzorgcirkel Deventerweg", "naar": "De Wilgenhof"})
    assert "Weg 1" in words(page)
    assert page.text.count('class="step-link"') <= page.text.count("<details")


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("/zoeken?q=xyzzy", 200, "Niets gevonden met ‘xyzzy’"),
        ("/zoeken?q=buurt&soort=eenhoorn", 400, "eenhoorn"),
        ("/zoeken?q=...", 400, "Geef een woord"),
        ("/zoeken?q=buurt&vanaf=veel", 400, "geen regelnummer"),
        (f"/zoeken?q={'x' * 400}", 400, "hoogstens 300 tekens"),
        ("/ding/xyzzyburg", 404, "xyzzyburg"),
        ("/ding/Buurt", 409, "Welke bedoelt u?"),
        ("/bron/xyzzyburg", 404, "xyzzyburg"),
        ("/in-de-buurt?ding=xyzzyburg", 404, "xyzzyburg"),
        ("/in-de-buurt?ding=Buurt", 409, "Welke bedoelt u?"),
        ("/in-de-buurt?ding=De+Wilgenhof&km=ver", 400, "geen getal"),
        ("/in-de-buurt?ding=De+Wilgenhof&km=-3", 400, "straal"),
        ("/in-de-buurt?ding=De+Wilgenhof&thema=xyzzy", 404, "xyzzy"),
        ("/waarom?van=Buurt&naar=De+Wilgenhof", 409, "Welke bedoelt u?"),
        ("/waarom?van=De+Wilgenhof&naar=De+Wilgenhof", 400, "hetzelfde"),
        ("/zoken", 404, "/zoeken"),
        ("/ding/", 404, "bestaat niet"),
        ("/taal/fr", 404, "bestaat niet"),
    ],
)
def test_what_cannot_be_shown_is_told_with_a_way_on(web: httpx.Client, asked: str, status: int, told: str) -> None:
    page = web.get(asked)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert told in words(page)
    assert "<form" in page.text


def test_a_choice_keeps_the_rest_of_the_question(web: httpx.Client) -> None:
    page = web.get("/waarom?van=Buurt&naar=De+Wilgenhof")
    choice = next(way for way in ways(page) if way.startswith("/waarom?van=o"))
    chosen = web.get(choice)
    assert chosen.status_code == 200
    assert "De Wilgenhof" in words(chosen)


def test_a_thing_with_hundreds_of_links_is_shown_in_parts(graph: Graph, tmp_path: Path) -> None:
    many = [said(initiative("De Linde"), "PARTNER_OF", initiative(f"Kring {n:03d}")) for n in range(300)]
    load(graph, [*many, said(initiative("De Linde"), "BASED_IN", End("Place", "Zutphen", "Zutphen"))])
    with client(graph, tmp_path) as web:
        address, found = "/ding/De%20Linde", 0
        page = web.get(address, follow_redirects=True)
        assert "Verbanden 1 tot en met 50 van 301" in words(page)
        while True:
            found += page.text.count('class="link-line"')
            further = [unescape(way) for way in re.findall(r'rel="next" href="([^"]*)"', page.text)]
            if not further:
                break
            page = web.get(further[0])
        assert found == 301
        only = web.get("/ding/De%20Linde?soort=BASED_IN", follow_redirects=True)
        assert only.status_code == 200


def test_a_thing_without_links_says_so(graph: Graph, tmp_path: Path) -> None:
    load(graph, [said(initiative("De Linde"), "form", "kring")])
    with client(graph, tmp_path) as web:
        page = web.get("/ding/De%20Linde", follow_redirects=True)
        assert "Er zijn nog geen verbanden bekend." in words(page)


def test_the_other_language_is_remembered_and_leads_back(web: httpx.Client) -> None:
    page = web.get("/zoeken?q=buurt")
    assert '<html lang="nl">' in page.text
    switch = next(way for way in ways(page) if way.startswith("/taal/en"))
    answer = web.get(switch)
    assert (answer.status_code, answer.headers["location"]) == (303, "/zoeken?q=buurt")
    english = web.get("/zoeken?q=buurt")
    assert '<html lang="en">' in english.text
    assert "results" in words(english)
    assert english.headers["etag"] != page.headers["etag"]
    quoted = web.get("/ding/Buurtkring%20Noord", follow_redirects=True)
    assert '<blockquote lang="nl">' in quoted.text


@pytest.mark.parametrize(
    "naar",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\r\nX: y",
    ],
)
def test_changing_the_language_leads_to_no_other_site(web: httpx.Client, naar: str) -> None:
    location = web.get("/taal/en", params={"naar": naar}).headers["location"]
    assert re.match(r"/(?![/\\])", location)
    assert "\n" not in location


def test_pages_load_nothing_from_elsewhere_and_hold_no_script_of_their_own(web: httpx.Client) -> None:
    for address in (
        "/",
        "/zoeken?q=buurt",
        "/netwerk",
        "/over",
        "/api/v1/docs",
        "/waarom?van=Naoberhoes&naar=De+Wilgenhof",
    ):
        page = web.get(address).text
        assert re.findall(r'(?:src|action)="(?!/)[^"]*"', page) == [], address
        assert re.findall(r'<link[^>]+href="(?!/)[^"]*"', page) == [], address
        assert "style=" not in page
        assert re.findall(r"\son[a-z]+=", page) == [], address
        inline = [
            one for one in re.findall(r"<script[^>]*>", page) if "src=" not in one and "application/json" not in one
        ]
        assert inline == [], address


def test_a_search_tells_how_many_finds_each_kind_place_and_theme_leaves(web: httpx.Client) -> None:
    page = web.get("/zoeken?q=buurtkring")
    found = [way for way in ways(page) if way.startswith("/zoeken?q=buurtkring&")]
    assert found
    for way in found:
        narrower = web.get(way)
        assert narrower.status_code == 200, way
        assert "resulta" in words(narrower), way


def test_a_search_narrowed_down_by_a_place_that_is_unclear_asks_which(web: httpx.Client) -> None:
    page = web.get("/zoeken?q=buurtkring&plaats=xyzzyburg")
    assert page.status_code == 404
    assert web.get("/zoeken?q=xyzzyburg&soort=Person").text.count("Zoek zonder die beperking") == 1
