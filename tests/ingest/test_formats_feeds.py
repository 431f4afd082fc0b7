"""A feed is a page for each entry; feeds and sitemaps tell which pages there are; neither can do harm."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.formats import Pointer, addresses_in, pages_in, pointers_in
from ingest.page import Page, read_page
from tests.ingest.test_page_laws import check

PAGES = Path(__file__).parents[1] / "pages"
RSS, ATOM, SITEMAP = ((PAGES / name).read_bytes() for name in ("berichten.rss", "berichten.atom", "sitemap.xml"))
AT = "https://debrug.example/feed/"


def read(raw: bytes, address: str = AT) -> list[Page]:
    pages = list(pages_in(raw, address))
    for page in pages:
        check(page)
        assert page.format == "feed"
    return pages


def texts(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def test_each_entry_of_an_rss_feed_is_a_page() -> None:
    first, second, _ = read(RSS)
    assert first.address == "https://debrug.example/nieuws/inlooppunt/?utm=feed"
    assert (first.title, first.language) == ("Inlooppunt in Warmond – de sleutel is er", "nl-NL")
    assert first.published == "2026-03-10"  # half past midnight in the Netherlands
    assert first.text[slice(*first.published_span)] == "2026-03-10T00:31"
    assert texts(first)[1:] == [
        ("paragraph", "Buurtkring De Brug opende samen met Zorggroep Veldzicht een inlooppunt in Warmond. "
                      "Voorzitter Marjolein Aardenburg kreeg de sleutel. Bellen? ███████████."),
        ("item", "Elke dag koffie"), ("taxonomy", "wonen en zorg"),
    ]  # fmt: skip
    assert [link.target for block in first.blocks for link in block.links] == ["https://veldzicht.example/"]
    assert texts(second) == [
        ("title", "Zonder adres"), ("paragraph", "Alleen woorden & tekens."), ("paragraph", "Een tweede alinea."),
    ]  # fmt: skip


def test_no_site_speaks_for_another() -> None:
    fetched = [page.address for page in read(RSS)]
    assert fetched[1:] == [f"{AT}#debrug%2013", f"{AT}#https%3A%2F%2Felders.example%2Fbericht"]
    assert [page.address for page in read(RSS, "file:///map/berichten.rss")][2] == "https://elders.example/bericht"


def test_an_atom_feed_has_its_own_words_for_the_same() -> None:
    (page,) = read(ATOM, "https://veldzicht.example/atom")
    assert (page.address, page.title) == ("https://veldzicht.example/nieuws/raad", "Cliëntenraad zoekt leden")
    assert page.published == "2026-02-01"
    assert ("paragraph", "De cliëntenraad van Zorggroep Veldzicht zoekt twee nieuwe leden.") in texts(page)
    assert "WebPage author.name: Kees van den Heuvel" in page.text


def test_a_feed_that_was_cut_off_gives_what_is_whole() -> None:
    half = RSS[: RSS.index(b"<title>Van een ander")]
    assert [page.title for page in read(half)][:2] == ["Inlooppunt in Warmond – de sleutel is er", "Zonder adres"]


def test_a_feed_in_another_encoding_is_the_same() -> None:
    latin = RSS.decode().replace('encoding="UTF-8"', 'encoding="iso-8859-1"').replace("alinea", "alinéa")
    assert "Een tweede alinéa." in read(latin.encode("latin-1"))[1].text


def test_which_pages_a_feed_or_sitemap_names() -> None:
    assert pointers_in(RSS, AT).entries == (
        Pointer("https://debrug.example/nieuws/inlooppunt/?utm=feed", "2026-03-09T23:31:00+00:00"),
        Pointer("https://elders.example/bericht", ""),
    )
    assert pointers_in(ATOM, "https://veldzicht.example/atom").entries == (
        Pointer("https://veldzicht.example/nieuws/raad", "2026-03-01T08:00:00+00:00"),
    )
    sitemap = (
        Pointer("https://debrug.example/", "2026-03-10T08:00:00+00:00"),
        Pointer("https://debrug.example/nieuws/inlooppunt/", ""),
    )
    assert pointers_in(SITEMAP).entries == sitemap
    assert pointers_in(gzip.compress(SITEMAP)).entries == sitemap
    assert addresses_in(SITEMAP) == tuple(pointer.address for pointer in sitemap)


def test_an_index_of_sitemaps_says_so() -> None:
    index = b"<sitemapindex><sitemap><loc>https://a.example/1.xml</loc><lastmod>2026</lastmod></sitemap></sitemapindex>"
    found = pointers_in(index)
    assert (found.entries, found.index) == ((Pointer("https://a.example/1.xml", "2026"),), True)
    assert not pointers_in(SITEMAP).index


def test_a_sitemap_that_was_cut_off_gives_what_is_whole() -> None:
    assert addresses_in(SITEMAP[: SITEMAP.index(b"ftp:")]) == addresses_in(SITEMAP)


_ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'buurt'><!ENTITY b '&a;&a;&a;'>]>"
_FILE = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize("declared", [_ENTITIES, _FILE])
@pytest.mark.parametrize("root", [b"<rss><channel><item><title>&a;</title></item></channel></rss>",
                                  b"<urlset><url><loc>https://a.example/&a;</loc></url></urlset>"])  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_a_file_defines_itself_is_refused(declared: bytes, root: bytes, encoding: str) -> None:
    with pytest.raises(NotUnderstood, match="entiteiten"):
        addresses_in((declared + root).decode().encode(encoding))


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (SITEMAP, "Dit is een sitemap: die noemt alleen adressen, en heeft zelf geen tekst."),
        (b"<rss><channel></channel></rss>", "In dit bestand staat geen enkel bericht of evenement met tekst."),
        (b"<rss><channel>" + b"<item>" * 200_000, "Deze feed is te groot om te lezen."),
        (b"<rss><channel><item><title>" + b"<b>" * 1000, "Deze feed is te groot om te lezen."),
        (b'<?xml version="1.0"?><recept/>', "Dit is een XML-bestand, maar geen webpagina of feed."),
    ],
    ids=["sitemap", "leeg", "veel", "diep", "xml"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as problem:
        list(pages_in(raw, AT))
    assert str(problem.value) == sentence


def test_what_names_no_pages_is_said_too() -> None:
    for raw, sentence in (
        (b"<html><body>x", "Dit is geen feed of sitemap."),
        (gzip.compress(b"0" * 20_000_000), "Dit gecomprimeerde bestand is uitgepakt te groot om te lezen."),
        (b"\x1f\x8bgeen gzip", "Dit gecomprimeerde bestand is beschadigd."),
    ):
        with pytest.raises(NotUnderstood, match=sentence):
            addresses_in(raw)


def test_a_feed_by_itself_is_no_page() -> None:
    with pytest.raises(NotUnderstood, match="geen pagina"):
        read_page(RSS, AT)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "https://jan:geheim@debrug.example/",
        "file:///etc/passwd",
        "https://[",
        "http://a b.example/",
    ],
)
def test_odd_addresses_are_none(link: str) -> None:
    raw = f"<rss><channel><item><title>Bericht</title><link>{link}</link></item></channel></rss>".encode()
    assert addresses_in(raw, AT) == ()
    assert read(raw, "file:///x.rss")[0].address.startswith("file:///x.rss#")


_PARTS = st.sampled_from(
    "<item>|</item>|<title>|</title>|<link>https://debrug.example/a</link>|<description>|<entry>|"
    "<content type='xhtml'>|<![CDATA[|]]>|&nbsp;|&|<|<p>Tekst</p>|<pubDate>Mon, 32 Foo</pubDate>|"
    "<updated>2026-03-01T25:00:00Z</updated>|é|<!--|<category>a,b</category>|<guid>|</channel>".encode().split(b"|")
) | st.binary(max_size=4)


@given(st.sampled_from([b"<rss><channel>", b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<urlset><url><loc>"]),
       st.lists(_PARTS, max_size=14))  # fmt: skip
def test_any_feed_is_read_or_refused(head: bytes, parts: list[bytes]) -> None:
    raw = head + b"".join(parts)
    with suppress(NotUnderstood):
        read(raw)
    with suppress(NotUnderstood):
        addresses_in(raw, AT)
