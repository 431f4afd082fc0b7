"""Where pages lead, and what of that a source follows and reads."""

from __future__ import annotations

import pytest

from graph_model.errors import NotUnderstood
from ingest.fetch.crawl import Leads, Step, Walk
from ingest.fetch.links import is_index, links_of, selected
from ingest.fetch.outcomes import Fetched, Validators
from ingest.sources.bundled import neighbourhood
from ingest.sources.description import Act, ExceptionOf, Selectors, SourceOf, matches

AT = "https://www.a.nl/nieuws/"
ALL = Selectors()


def page(raw: str, media: str = "text/html", address: str = AT) -> Fetched:
    return Fetched(address, raw.encode(), media, Validators(address))


def test_links_are_whole_addresses_each_once_without_what_is_no_page() -> None:
    raw = """<a href="een">1</a><a href="/twee?b=c#d">2</a><a href="//b.nl/x">3</a><a href="een#elders">4</a>
        <a href="mailto:a@b.nl">5</a><a href="javascript:x()">6</a><a href="#top">7</a><a>8</a><a href="">9</a>
        <a rel="ugc nofollow" href="reactie">10</a><link rel="next" href="?p=2"><link rel="stylesheet" href="a.css">
        <map><area href="kaart"></map><a href="http://[kapot">11</a><a href=" twee ruimtes ">12</a>"""
    assert links_of(page(raw), ALL) == [
        "https://www.a.nl/nieuws/een", "https://www.a.nl/twee?b=c", "https://b.nl/x", "https://www.a.nl/nieuws/?p=2",
        "https://www.a.nl/nieuws/kaart", "https://www.a.nl/nieuws/twee%20ruimtes",
    ]  # fmt: skip


def test_links_are_seen_from_the_base_of_a_page_and_taken_from_where_the_source_points() -> None:
    raw = "<base href='/map/'><nav><a href=a>x</a></nav><main><a href=b>x</a><p><a href=c>x</a></p></main>"
    assert links_of(page(raw), ALL) == [f"https://www.a.nl/map/{name}" for name in "abc"]
    assert links_of(page(raw), Selectors(links=("main > p", "nav"))) == [f"https://www.a.nl/map/{n}" for n in "ca"]


SITEMAP = '<?xml version="1.0"?><{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{1}</{0}>'


def test_a_sitemap_and_a_feed_lead_to_what_they_name() -> None:
    urls = page(SITEMAP.format("urlset", "<url><loc>https://a.nl/x?a=1&amp;b=2</loc></url>"), "application/xml")
    maps = page(SITEMAP.format("sitemapindex", "<sitemap><loc>https://a.nl/m.xml</loc></sitemap>"), "text/xml")
    item = "<item><title>t</title><link>https://a.nl/b</link></item>"
    feed = page(f"<rss version='2.0'><channel>{item}</channel></rss>", "application/rss+xml")
    assert (links_of(urls, ALL), is_index(urls)) == (["https://a.nl/x?a=1&b=2"], False)
    assert (links_of(maps, ALL), is_index(maps)) == (["https://a.nl/m.xml"], True)
    assert (links_of(feed, ALL), is_index(feed)) == (["https://a.nl/b"], False)


@pytest.mark.parametrize("raw", ["", "\0\0\0", "<?xml version='1.0'?><kapot", "%PDF-1.7 x"])
@pytest.mark.parametrize("media", ["text/html", "application/xml", "application/pdf", ""])
def test_what_can_not_be_read_leads_nowhere(raw: str, media: str) -> None:
    assert links_of(page(raw, media), ALL) == []
    assert not is_index(page(raw, media))


BUSY = """<html lang="nl"><head><title>T</title></head><body><nav>menu</nav><article><h1>T</h1><p>tekst</p>
    <aside>elders</aside></article><script type="application/ld+json">{"@type": "Event"}</script></body></html>"""


def test_of_a_page_only_what_its_source_points_at_is_read() -> None:
    chosen = selected(page(BUSY), Selectors(content=("article",), without=("aside",))).decode()
    assert ("<p>tekst</p>" in chosen, "menu" in chosen, "elders" in chosen) == (True, False, False)
    assert all(part in chosen for part in ('<html lang="nl">', "<title>T</title>", '{"@type": "Event"}'))
    assert "elders" not in selected(page(BUSY), Selectors(without=("aside",))).decode()
    assert selected(page(BUSY), ALL) == BUSY.encode()
    assert selected(page("%PDF-1.7", "application/pdf"), Selectors(content=("article",))) == b"%PDF-1.7"


def test_a_page_without_the_part_that_is_pointed_at_is_not_read_as_something_else() -> None:
    with pytest.raises(NotUnderstood, match=r"waar haar beschrijving naar wijst \(main\.tekst"):
        selected(page(BUSY), Selectors(content=("main.tekst",)))


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        ("a.nl/nieuws/*", "a.nl/nieuws/x", "a.nl/nieuws/x/y"),
        ("a.nl/nieuws/*", "a.nl/nieuws/x-y.html", "a.nl/nieuws/x?p=2"),
        ("a.nl/nieuws/**", "a.nl/nieuws/x/y?p=2", "a.nl/nieuws"),
        ("a.nl/", "a.nl", "a.nl/x"),
        ("a.nl/(x)+", "a.nl/(x)+", "a.nl/xx"),
        ("**/login**", "b.nl/c/login?x", "b.nl/c"),
    ],
)
def test_patterns_are_what_they_look_like(pattern: str, fits: str, does_not: str) -> None:
    assert matches(fits, [pattern])
    assert not matches(does_not, [pattern])


def source(**more: object) -> SourceOf:
    told = {"follow": ("a.nl/nieuws/page/*",), "read": ("a.nl/nieuws/*",), "skip": ("a.nl/nieuws/oud-*",), **more}
    return SourceOf.model_validate({"name": "a", "title": "A", "start": (AT,), **told})


def steps(walk: Walk, *addresses: str) -> list[tuple[str, bool, bool]]:
    found = walk.onward(Leads(walk.wanted(addresses)))
    return [(step.address, step.read, step.follow) for step in found]


def test_a_walk_begins_at_its_start_and_goes_where_its_source_says() -> None:
    walk = Walk(source())
    assert list(walk.beginning()) == [Step(AT, AT, False, True, True, walk)]
    leads = [f"{AT}een", f"{AT}page/2", f"{AT}oud-nieuws", f"{AT}foto.jpg", "https://b.nl/nieuws/x", AT, f"{AT}een/"]
    assert steps(walk, *leads) == [(f"{AT}een", True, False), (f"{AT}page/2", False, True)]
    assert steps(walk, *leads) == []


def test_exceptions_are_read_or_passed_over_whatever_the_patterns_say() -> None:
    exceptions = [("over-ons", Act.READ), ("nieuws/weg", Act.SKIP), ("nieuws/traag", Act.MAY_FAIL)]
    told = tuple(ExceptionOf(address=f"https://a.nl/{path}", act=act, reason="zo is het") for path, act in exceptions)
    walk = Walk(source(exceptions=told))
    assert [step.address for step in walk.beginning()] == [AT, "https://a.nl/over-ons"]
    assert steps(walk, f"{AT}weg", f"{AT}traag") == [(f"{AT}traag", True, False)]
    assert (walk.may_fail(f"{AT}traag/"), walk.may_fail(f"{AT}een")) == ("zo is het", "")
    assert (walk.reads("http://a.nl/over-ons/"), walk.reads(f"{AT}weg"), walk.reads("https://a.nl/x")) == (
        True, False, False,
    )  # fmt: skip


def test_a_walk_that_does_not_end_is_cut_off() -> None:
    walk = Walk(source(most=3))
    list(walk.beginning())
    assert len(steps(walk, *(f"{AT}{k}" for k in range(9)))) == 2
    assert walk.cut_off


@pytest.mark.parametrize(
    ("address", "within", "outside"),
    [
        ("https://www.a.nl/", "https://a.nl/x/y?z=1", "https://b.nl/"),
        ("https://a.nl/map/", "http://www.a.nl/map/x", "https://a.nl/mapje"),
        ("https://a.nl/map/pagina.html", "https://a.nl/map/ander.html", "https://a.nl/"),
    ],
)
def test_walking_on_from_an_address_stays_below_it(address: str, within: str, outside: str) -> None:
    walk = Walk(neighbourhood(address))
    assert [step.read for step in walk.beginning()] == [True]
    assert steps(walk, within, outside) == [(within, True, True)]
    assert not walk.source.is_named
