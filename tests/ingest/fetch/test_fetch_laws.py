"""Whatever bytes come: a page or a Dutch sentence, never a fault."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.fetch.fetcher import Fetcher
from ingest.fetch.judging import seconds_to_wait
from ingest.fetch.limits import Limits
from ingest.fetch.links import is_index, links_of, selected
from ingest.fetch.media import as_utf8, media_of
from ingest.fetch.outcomes import Fetched, Gone, Hiccup, Validators
from ingest.fetch.reach import Reach
from ingest.fetch.robots import robots_of
from ingest.fetch.unpacking import TooBig, Unpacker
from ingest.sources.description import Selectors
from tests.ingest.fetch.conftest import trusting
from tests.ingest.fetch.misbehaving import PAGE, Server, head, raw_bytes, running

PATIENT = Limits(seconds=2, connect_seconds=2, unpacked=1_000_000, wire=1_000_000, tries=1, strikes=10**9)
WHOLE = head(headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}) + gzip.compress(
    PAGE.encode()
)
PIECES = st.binary(max_size=8) | st.sampled_from([b"\r\n", b"\r\n\r\n", b":", b"0\r\n", b"HTTP/1.1 ", b"\0", b"\xff"])


@pytest.fixture(scope="module")
def site() -> Iterator[tuple[Server, Fetcher]]:
    with running({}) as server:
        reach = Reach(frozenset([server.door]), resolve=lambda *_: ["127.0.0.1"])
        yield server, Fetcher("Samenspel/0", reach, PATIENT, tls=trusting(), sleep=lambda _: None)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 6), PIECES), min_size=1, max_size=4))
@example([(0, 0, b"")])
def test_an_answer_with_bytes_changed_is_a_page_or_a_sentence(
    site: tuple[Server, Fetcher], changes: list[tuple[int, int, bytes]]
) -> None:
    server, fetcher = site
    raw = WHOLE
    for at, gone, piece in changes:
        raw = raw[:at] + piece + raw[at + gone :]
    server.pages["/"] = raw_bytes(raw)
    with suppress(NotUnderstood):
        assert isinstance(fetcher.fetch(server.address("/")), Fetched | Gone)


@given(st.binary(max_size=300) | st.text(alphabet="User-agent: *\nDislow/$%?é#", max_size=300).map(str.encode))
def test_any_robots_txt_has_an_answer(raw: bytes) -> None:
    robots = robots_of(raw)
    assert robots.allows("https://a.nl/x?y=%C3%A9") in (True, False)
    assert robots.pause >= 0
    assert all(isinstance(address, str) for address in robots.sitemaps)


@given(st.binary(max_size=400), st.sampled_from(["", "text/html", "application/xml", "text/plain", "application/pdf"]))
def test_any_bytes_lead_somewhere_or_nowhere(raw: bytes, media: str) -> None:
    page = Fetched("https://a.nl/", raw, media, Validators("https://a.nl/"))
    assert all(address.startswith(("http://", "https://")) for address in links_of(page, Selectors()))
    assert is_index(page) in (True, False)
    with suppress(NotUnderstood):
        assert isinstance(selected(page, Selectors(without=("p",))), bytes)


@given(st.text(max_size=60), st.binary(max_size=60))
def test_any_content_type_gives_bytes(told: str, raw: bytes) -> None:
    media, charset = media_of(told)
    assert isinstance(as_utf8(raw, media, charset), bytes)
    assert isinstance(as_utf8(raw, "text/html", told), bytes)


@given(st.text(max_size=40))
def test_any_retry_after_is_a_time_or_nothing(told: str) -> None:
    seconds = seconds_to_wait(told)
    assert seconds is None or seconds >= 0


def bare(raw: bytes) -> bytes:
    """Deflate without a header, as some servers have it."""
    return zlib.compress(raw, wbits=-15)


@given(st.binary(max_size=2000), st.integers(1, 50), st.sampled_from(["", "gzip", "deflate", "raw"]))
def test_what_is_packed_comes_out_as_it_was_however_it_is_cut(raw: bytes, size: int, how: str) -> None:
    packed = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress, "raw": bare}[how](raw)
    unpacker = Unpacker("deflate" if how == "raw" else how, 2000, "https://a.nl/")
    cut = max(size, 3) if how == "raw" else size
    assert b"".join(unpacker.feed(packed[k : k + cut]) for k in range(0, len(packed), cut)) == raw
    unpacker.finish()


@given(st.binary(min_size=2, max_size=2000), st.data())
def test_what_is_packed_and_too_much_or_cut_off_is_noticed(raw: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(raw)
    with pytest.raises(TooBig):
        Unpacker("gzip", len(raw) - 1, "https://a.nl/").feed(packed)
    unpacker = Unpacker("gzip", len(raw), "https://a.nl/")
    unpacker.feed(packed[: data.draw(st.integers(1, len(packed) - 1))])
    with pytest.raises(Hiccup):
        unpacker.finish()
