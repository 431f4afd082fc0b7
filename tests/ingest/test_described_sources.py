"""Descriptions of sources: what is wrong with one is told, and those that ship hold together."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph_model.errors import NotUnderstood
from graph_model.keys import canonical_address, host_of
from ingest.fetch.address import web_address
from ingest.fetch.crawl import Walk
from ingest.fetch.snapshots import LastRun
from ingest.register import BUNDLED
from ingest.sources import list_sources
from ingest.sources.bundled import described, described_names
from ingest.sources.checking import describe_source
from ingest.sources.description import Act, Bounds
from ingest.sources.ports import doors_of
from ingest.sources.standing import standings

GOOD = """
name = "proef"
title = "Proef"
start = ["https://www.a.nl/", "http://a.nl:8080/lijst"]
read = ["a.nl/nieuws/*"]
pause = 3

[select]
content = ["article", "main > div.tekst"]

[[exceptions]]
address = "https://a.nl/nieuws/oud"
act = "skip"
reason = "staat er dubbel"

[expected]
pages = {min = 2, max = 9}
Event = {min = 1}
"""


def written(folder: Path, text: str, name: str = "bron.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_description_is_taken(tmp_path: Path) -> None:
    source = describe_source(written(tmp_path, GOOD))
    assert (source.name, source.pause, source.grace, source.leaves) == ("proef", 3.0, 14, False)
    assert source.expected == {"pages": Bounds(min=2, max=9), "Event": Bounds(min=1)}
    assert doors_of([source]) == {"a.nl:8080"}


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('name = "proef"', 'name = "De Proef"', "name: een naam heeft alleen kleine letters"),
        ('title = "Proef"', "", "title: dit ontbreekt"),
        ('start = ["https://www.a.nl/", "http://a.nl:8080/lijst"]', "start = []", "geen enkele startpagina"),
        ("https://www.a.nl/", "www.a.nl", "start: 'www.a.nl' is geen webadres"),
        ("pause = 3", "pause = 0.1", "pause: dit is te weinig"),
        ("pause = 3", "pause = 3600", "pause: dit is te veel"),
        ("pause = 3", "tempo = 3", "tempo: dit kent een bronbeschrijving niet"),
        ("pause = 3", 'pause = "traag"', "pause: dit is niet wat hier hoort"),
        ('"a.nl/nieuws/*"', '"https://a.nl/nieuws/*"', "read: .* staat hier met http of www"),
        ('"article"', '"article["', "select: 'article.' is geen CSS-selector"),
        ('act = "skip"', 'act = "weg"', "exceptions.1.act: dit kan alleen"),
        ('reason = "staat er dubbel"', 'reason = ""', "exceptions.1.reason: dit is te kort"),
        ("https://a.nl/nieuws/oud", "/nieuws/oud", "exceptions: '/nieuws/oud' is geen webadres"),
        ("Event =", "Feest =", "expected.Feest: deze soort bestaat niet"),
        ("max = 9", "max = 1", "expected.pages: max is kleiner dan min"),
        ("min = 2", "min = -2", "expected.pages.min: dit is te weinig"),
    ],
)
def test_what_is_wrong_with_a_description_is_told(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    assert was in GOOD
    with pytest.raises(NotUnderstood, match=says):
        describe_source(written(tmp_path, GOOD.replace(was, becomes)))


@pytest.mark.parametrize(
    ("raw", "says"), [(b"\xff\xfe", "UTF-8"), (b"a = ", "geen geldige TOML"), (b"#" * 1_000_001, "te groot")]
)
def test_what_is_no_toml_is_told(tmp_path: Path, raw: bytes, says: str) -> None:
    (tmp_path / "bron.toml").write_bytes(raw)
    with pytest.raises(NotUnderstood, match=says):
        describe_source(tmp_path / "bron.toml")


@pytest.mark.parametrize("name", described_names())
def test_a_bundled_description_goes_by_the_name_of_its_file(name: str) -> None:
    source = described(name)
    assert source.name == name
    assert source.expected["pages"].min > 0
    assert not source.leaves
    assert doors_of([source]) == frozenset()


def cited() -> set[str]:
    """Every source address in the bundled register."""
    found: set[str] = set()
    for file in BUNDLED.parent.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                found.update((row.get("source_url") or "").split(";"))
    return {address.strip() for address in found if address.strip().startswith("http")}


def test_what_the_register_cites_of_a_described_site_is_read_by_its_description() -> None:
    walks = [Walk(described(name)) for name in described_names()]
    for walk in walks:
        hosts = {host_of(start) for start in walk.source.start}
        pages = {
            address for address in cited() if host_of(address) in hosts and canonical_address(address) not in hosts
        }
        skipped = {one.address for one in walk.source.exceptions if one.act is Act.SKIP}
        assert {address for address in pages if not walk.reads(address)} <= skipped
        assert len({canonical_address(address) for address in pages}) >= walk.source.expected["pages"].min
        assert list(walk.wanted(pages))


def test_sources_are_named_by_file_or_by_name_and_told_from_registers_by_what_they_say(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    listing = list_sources([str(path), "loc", str(BUNDLED), "loc"])
    assert [source.name for source in listing.sources] == ["proef", "loc"]
    assert listing.registers == (BUNDLED,)
    assert (listing.pages, listing.problems, listing.needs_web) == ((), (), True)
    wrong = list_sources([str(written(tmp_path, GOOD.replace("pause = 3", "pause = 0"), "fout.toml")), "lok"])
    assert [str(problem)[:30] for problem in wrong.problems] == [
        "De bronbeschrijving klopt niet", "Er is geen bestand of map met "
    ]  # fmt: skip
    assert str(wrong.problems[1]).endswith("De beschreven bron loc?")


def test_addresses_are_listed_in_order_each_once_and_from_a_list_with_the_line_of_what_is_wrong(tmp_path: Path) -> None:
    path = written(
        tmp_path, "# lijst\nhttps://a.nl/een\n\n  http://b.nl/#x  # uitleg\nb.nl\nhttps://a.nl/een\n", "l.txt"
    )
    page = written(tmp_path, "tekst", "p.txt")
    listing = list_sources(["HTTPS://c.nl", str(page)], lists=[str(path), str(tmp_path / "weg.txt")])
    assert [listed.address for listed in listing.on_web] == ["https://c.nl/", "https://a.nl/een", "http://b.nl/"]
    assert [listed.file for listed in listing.local] == [page]
    assert [problem.source for problem in listing.problems] == [f"{path}, regel 5: b.nl", str(tmp_path / "weg.txt")]


def test_walking_on_from_an_address_is_asked_for() -> None:
    listing = list_sources(["https://a.nl/nieuws/"], crawl=True)
    assert (listing.pages, [source.start for source in listing.sources]) == ((), [("https://a.nl/nieuws/",)])
    assert web_address(listing.sources[0].start[0]).site == "a.nl"


def test_sources_stand_as_they_were_the_last_time() -> None:
    last = LastRun("loc", "LOC", "2026-06-01T10:00:00+00:00", "r1", 2, {"Event": 4}, ("te weinig pagina's",))
    own = LastRun("eigen", "Eigen bron", "2026-06-01T10:00:00+00:00", "r1", 3, {})
    found = {one.name: one for one in standings({"loc": last, "eigen": own}).items}
    assert set(found) == {*described_names(), "eigen"}
    loc = found["loc"]
    assert loc.last is not None
    assert (loc.last.pages, loc.last.unexpected) == (2, ("te weinig pagina's",))
    assert {kind: (one.found, one.holds) for kind, one in loc.expected.items()} == {
        "pages": (2, False), "Event": (4, True)
    }  # fmt: skip
    assert (found["eigen"].bundled, found["eigen"].title) == (False, "Eigen bron")
    assert (found["nlzve"].last, found["nlzve"].expected["pages"].holds) == (None, None)
