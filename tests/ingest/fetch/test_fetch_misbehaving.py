"""A page, or a clear sentence, whatever a site does. Against a real server on loopback."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest

from graph_model.errors import NotUnderstood
from ingest.fetch.fetcher import Fetcher
from ingest.fetch.limits import Limits
from ingest.fetch.outcomes import Fetched, Gone, RefusedByRobots, Unchanged, Validators
from ingest.fetch.reach import Reach
from tests.ingest.fetch.conftest import QUICK, Ask
from tests.ingest.fetch.misbehaving import (
    PAGE,
    Behaviour,
    answer,
    bomb,
    dripping,
    endless,
    endless_headers,
    head,
    in_turn,
    raw_bytes,
    redirect,
    running,
    silent,
    tagged,
)  # fmt: skip

HURRIED = Limits(seconds=0.4, connect_seconds=0.4, unpacked=1_000_000, wire=1_000_000, tries=1)
RAW = PAGE.encode()
CHUNKED = head(headers={"Transfer-Encoding": "chunked"})


@pytest.mark.parametrize(
    "behaviour",
    [
        answer(),
        answer(media=""),
        answer(media="TEXT/HTML"),
        answer(gzip.compress(RAW), content_encoding="gzip"),
        answer(gzip.compress(RAW[:50]) + gzip.compress(RAW[50:]), content_encoding="gzip"),
        answer(gzip.compress(RAW) + b"\0\0rest", content_encoding="gzip"),
        answer(zlib.compress(RAW), content_encoding="deflate"),
        answer(zlib.compress(RAW, wbits=-15), content_encoding="deflate"),
        answer(status="203 Non-Authoritative Information"),
        raw_bytes(head(headers={"Content-Type": "text/html"}) + RAW),
        raw_bytes(CHUNKED + f"{len(RAW):x}\r\n".encode() + RAW + b"\r\n0\r\n\r\n"),
        raw_bytes(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 3 + head(headers={"Content-Length": str(len(RAW))}) + RAW),
    ],
)
def test_a_page_comes_as_it_is_however_it_is_sent(asker: Ask, behaviour: Behaviour) -> None:
    with running({"/": behaviour}) as server:
        page = asker(server).fetcher.fetch(server.address("/"))
    assert isinstance(page, Fetched)
    assert (page.address, page.raw) == (server.address("/"), RAW)


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        (endless, "groter dan 1 MB"),
        (answer("a" * 1_000_001), "groter dan 1 MB"),
        (answer("", content_length="999999999999"), "groter dan 1 MB"),
        (bomb, "groter dan 1 MB"),
        (answer(gzip.compress(gzip.compress(RAW)), content_encoding="gzip, gzip"), "ingepakt op een manier"),
        (answer(RAW, content_encoding="br"), "ingepakt op een manier"),
        (answer(b"\x89PNG", media="image/png"), "geen pagina om te lezen .image/png"),
        (answer("{}", media="application/json"), "geen pagina om te lezen"),
        (answer("a{}", media="text/css"), "geen pagina om te lezen"),
        (answer("nee", "401 Unauthorized"), "inloggen"),
        (answer("nee", "403 Forbidden"), "niet aan programma's"),
        (answer("nee", "418 I'm a teapot"), "antwoordt 418"),
        (raw_bytes(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "antwoordt 304"),
        (answer("", "302 Found"), "zegt niet waarheen"),
        (redirect("file:///etc/passwd"), "geen webadres"),
        (redirect("javascript:alert(1)"), "geen webadres"),
        (redirect("http://a@b.nl/"), "gebruikersnaam"),
        (redirect("http://[::1"), "geen geldig webadres"),
        (redirect("/"), "in een kring"),
    ],
)
def test_what_is_no_page_is_refused_at_once(asker: Ask, behaviour: Behaviour, says: str) -> None:
    with running({"/": behaviour}) as server:
        with pytest.raises(NotUnderstood, match=says):
            asker(server).fetcher.fetch(server.address("/"))
        assert server.times("/") == 1


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        (raw_bytes(b""), "brak het antwoord af"),
        (raw_bytes(b"220 smtp.a.nl ESMTP\r\n"), "antwoordde onzin"),
        (raw_bytes(head(headers={"Content-Length": "500"}) + RAW[:100]), "brak het antwoord af"),
        (raw_bytes(CHUNKED + b"fff\r\nmaar"), "brak het antwoord af"),
        (raw_bytes(CHUNKED + b"zz\r\nmaar"), "brak het antwoord af"),
        (raw_bytes(head(headers={"Content-Encoding": "gzip"}) + gzip.compress(RAW)[:-30]), "houdt halverwege op"),
        (raw_bytes(head(headers={"Content-Encoding": "gzip"}) + b"geen gzip"), "niet uit te pakken"),
        (raw_bytes(head(headers={"X": "a" * 200_000}) + RAW), "antwoordde onzin"),
        (endless_headers, "antwoordde onzin|groter dan"),
        (answer("stuk", "500 Internal Server Error"), "storing .500"),
        (answer("stuk", "503 Service Unavailable"), "niet beschikbaar .503"),
        (answer("te vaak", "429 Too Many Requests"), "te veel vragen .429"),
    ],
)
def test_what_may_go_right_the_next_time_is_tried_again_and_then_told(
    asker: Ask, behaviour: Behaviour, says: str
) -> None:
    with running({"/stuk": behaviour, "/even-stuk": in_turn(behaviour, answer())}) as server:
        fetcher = asker(server).fetcher
        with pytest.raises(NotUnderstood, match=says):
            fetcher.fetch(server.address("/stuk"))
        assert server.times("/stuk") == QUICK.tries
        assert isinstance(fetcher.fetch(server.address("/even-stuk")), Fetched)


@pytest.mark.parametrize(
    "behaviour",
    [silent, dripping(head() + RAW), dripping(head()[:-2]), raw_bytes(b"")],
)
def test_the_time_limit_is_for_the_whole_request_not_for_each_byte(asker: Ask, behaviour: Behaviour) -> None:
    with running({"/": behaviour}) as server, pytest.raises(NotUnderstood, match=r"te langzaam|brak het antwoord"):
        asker(server, limits=HURRIED).fetcher.fetch(server.address("/"))


def test_a_page_that_is_gone_is_no_error(asker: Ask) -> None:
    pages = {"/a": answer("weg", "404 Not Found"), "/b": answer("weg", "410 Gone"), "/c": redirect("/a")}
    with running(pages) as server:
        found = [asker(server).fetcher.fetch(server.address(path)) for path in ("/a", "/b", "/c")]
    assert found == [Gone(server.address(path), status) for path, status in (("/a", 404), ("/b", 410), ("/a", 404))]


def test_redirects_are_followed_a_few_times_and_the_page_is_where_they_end(asker: Ask) -> None:
    pages = {f"/{k}": redirect(f"{k + 1}?x#y", "301 Moved Permanently") for k in range(20)} | {"/5": answer()}
    with running(pages) as server:
        fetcher = asker(server).fetcher
        page = fetcher.fetch(server.address("/0"))
        assert isinstance(page, Fetched)
        assert page.address == server.address("/5?x")
        with pytest.raises(NotUnderstood, match="te vaak door"):
            fetcher.fetch(server.address("/6"))


def test_a_page_is_asked_for_only_if_it_changed(asker: Ask) -> None:
    pages = {
        "/": tagged('"een"'),
        "/dag": answer(last_modified="Mon, 01 Jun 2026 10:00:00 GMT"),
        "/vals": answer(etag='"a\x7f"'),
        "/langs": redirect("/"),
    }
    with running(pages) as server:
        fetcher = asker(server).fetcher
        page = fetcher.fetch(server.address("/langs"))
        assert isinstance(page, Fetched)
        assert page.validators == Validators(server.address("/"), '"een"')
        assert fetcher.fetch(server.address("/langs"), page.validators) == Unchanged(server.address("/"))
        assert isinstance(fetcher.fetch(server.address("/"), Validators(server.address("/"), '"twee"')), Fetched)
        asked = [(one.path, one.headers.get("if-none-match")) for one in server.asked if one.path in ("/", "/langs")]
        assert asked == [("/langs", None), ("/", None), ("/langs", None), ("/", '"een"'), ("/", '"twee"')]
        day = fetcher.fetch(server.address("/dag"))
        assert isinstance(day, Fetched)
        fetcher.fetch(server.address("/dag"), day.validators)
        assert server.asked[-1].headers["if-modified-since"] == "Mon, 01 Jun 2026 10:00:00 GMT"
        strange = fetcher.fetch(server.address("/vals"))
        assert isinstance(strange, Fetched)
        assert not strange.validators


def test_we_say_who_we_are_and_bring_nothing_else(asker: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with running({"/": answer(set_cookie="a=b")}) as server:
        fetcher = asker(server).fetcher
        fetcher.fetch(server.address("/"))
        fetcher.fetch(server.address("/"))
    headers = server.asked[-1].headers
    assert headers["user-agent"] == "Samenspel/0 (+a@b.nl)"
    assert headers["host"] == server.door
    assert set(headers) == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    ("media", "raw"),
    [
        ("text/html; charset=utf-16", "ë een".encode("utf-16")),
        ("text/plain; charset='iso-8859-15'", "ë een €".encode("iso-8859-15")),
        ("text/html; charset=onzin", "ë een".encode()),
        ("text/html; charset=hex", "ë een".encode()),
        ("text/html; charset=iso-8859-1", "ë een".encode()),
    ],
)
def test_an_encoding_that_only_the_header_tells_is_undone(asker: Ask, media: str, raw: bytes) -> None:
    with running({"/": answer(raw, media=media)}) as server:
        page = asker(server).fetcher.fetch(server.address("/"))
    assert isinstance(page, Fetched)
    assert page.raw.decode().startswith("ë een")


ROBOTS = "User-agent: *\nDisallow: /prive\nAllow: /prive/wel\nCrawl-delay: 7\n\nUser-agent: anderebot\nDisallow: /\n"


def test_robots_txt_is_asked_for_once_and_kept_to(asker: Ask) -> None:
    pages = {"/robots.txt": answer(ROBOTS, media="text/plain"), "/prive/wel": answer(), "/": redirect("/prive/x")}
    with running(pages) as server:
        made = asker(server)
        for path in ("/prive", "/prive/x?y", "/"):
            with pytest.raises(RefusedByRobots, match="sluit deze pagina uit"):
                made.fetcher.fetch(server.address(path))
        assert isinstance(made.fetcher.fetch(server.address("/prive/wel")), Fetched)
        assert server.paths(robots=True) == ["/robots.txt", "/", "/prive/wel"]


@pytest.mark.parametrize(
    ("robots", "says"),
    [
        (answer("stuk", "500 Oeps"), "storing .500.*Zonder haar robots.txt"),
        (raw_bytes(b""), "brak het antwoord.*Zonder haar robots.txt"),
        (answer("User-agent: samenspel\nDisallow: /", media="text/plain"), "sluit deze pagina uit"),
        (answer("User-agent: *\nCrawl-delay: 86400", media="text/plain"), "wil 86400 seconden"),
        (redirect("http://127.0.0.1:22/robots.txt"), "geen poort van een website"),
    ],
)
def test_without_leave_nothing_is_read(asker: Ask, robots: Behaviour, says: str) -> None:
    with running({"/robots.txt": robots, "/": answer()}) as server:
        with pytest.raises(NotUnderstood, match=says):
            asker(server).fetcher.fetch(server.address("/"))
        assert server.paths() == []


@pytest.mark.parametrize(
    "robots",
    [
        answer("", "404 Not Found"),
        answer("", "403 Forbidden"),
        redirect("/robots.txt"),
        answer("<html>geen robots</html>"),
        answer(b"\xff\xfe\0 user-agent", media="text/plain"),
        answer("User-agent: *\nDisallow: /prive\n" + "# vol\n" * 200_000, media="text/plain"),
        answer("User-agent: *\nCrawl-delay: veel\nCrawl-delay: -3\nRequest-rate: 0/0\nDisallow:", media="text/plain"),
    ],
)
def test_a_robots_txt_that_forbids_nothing_is_leave(asker: Ask, robots: Behaviour) -> None:
    with running({"/robots.txt": robots, "/": answer()}) as server:
        assert isinstance(asker(server).fetcher.fetch(server.address("/")), Fetched)


def at_ease(waited: list[float], least: float) -> bool:
    """Whether there was a wait of about this long: a little of it passes while a page is read."""
    return any(least - 1 < seconds <= least for seconds in waited)


def test_a_site_is_left_in_peace_between_two_questions(asker: Ask) -> None:
    with running({"/robots.txt": answer(ROBOTS, media="text/plain"), "/": answer()}) as server:
        made = asker(server)
        made.fetcher.fetch(server.address("/"))
        assert len(made.waited) == 1  # after robots.txt
        assert at_ease(made.waited, 1.0)
        made.fetcher.fetch(server.address("/"), pause=3.0)
        assert at_ease(made.waited[1:], 7.0)
    with running({"/": answer()}) as server:
        made = asker(server)
        for _ in range(2):
            made.fetcher.fetch(server.address("/"), pause=3.0)
        made.fetcher.fetch(server.address("/"))
        assert at_ease(made.waited[-1:], 3.0)


def busy(retry_after: str) -> Behaviour:
    return in_turn(answer("", "429 Too Many Requests", retry_after=retry_after), answer())


@pytest.mark.parametrize(("retry_after", "waits"), [("60", 60.0), ("", 2.0), ("straks", 2.0), ("-5", 2.0)])
def test_a_site_that_asks_to_wait_is_waited_for(asker: Ask, retry_after: str, waits: float) -> None:
    with running({"/": busy(retry_after)}) as server:
        made = asker(server)
        assert isinstance(made.fetcher.fetch(server.address("/")), Fetched)
        assert at_ease(made.waited, waits)


@pytest.mark.parametrize("retry_after", ["3600", "9" * 30, "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_nobody_is_waited_for_without_end(asker: Ask, retry_after: str) -> None:
    with running({"/": busy(retry_after), "/anders": answer()}) as server:
        made = asker(server)
        with pytest.raises(NotUnderstood, match="te veel vragen"):
            made.fetcher.fetch(server.address("/"))
        with pytest.raises(NotUnderstood, match="seconden te wachten"):
            made.fetcher.fetch(server.address("/anders"))
        assert server.paths() == ["/"]
        assert max(made.waited) <= QUICK.longest_wait


def test_a_site_that_keeps_failing_is_left_alone(asker: Ask) -> None:
    with running({}) as server:
        server.pages = dict.fromkeys(("/a", "/b", "/c"), raw_bytes(b"")) | {"/d": answer()}
        fetcher = asker(server).fetcher
        for path in ("/a", "/b", "/c"):
            with pytest.raises(NotUnderstood, match="brak het antwoord af"):
                fetcher.fetch(server.address(path))
        with pytest.raises(NotUnderstood, match="verder met rust"):
            fetcher.fetch(server.address("/d"))
        assert server.times("/d") == 0


def test_a_host_that_is_not_there_is_named(asker: Ask) -> None:
    with running({}) as server:
        pass
    with pytest.raises(NotUnderstood, match="niet te bereiken"):
        asker(server).fetcher.fetch(server.address("/"))


def refused(make: Callable[[], object], says: str) -> None:
    with pytest.raises(NotUnderstood, match=says):
        make()


def test_the_certificate_must_be_that_of_the_name(asker: Ask) -> None:
    with running({"/": answer()}, tls=True) as server:
        fetcher = asker(server, names=["goed.example", "ander.example"]).fetcher
        page = fetcher.fetch(f"https://goed.example:{server.port}/")
        assert isinstance(page, Fetched)
        assert server.asked[-1].headers["host"] == f"goed.example:{server.port}"
        for host in ("ander.example", "127.0.0.1"):
            with pytest.raises(NotUnderstood, match="certificaat"):
                fetcher.fetch(f"https://{host}:{server.port}/")


def test_speaking_plainly_to_a_tls_server_and_the_other_way_round_gives_nothing(asker: Ask) -> None:
    with running({"/": answer()}, tls=True) as secure, running({"/": answer()}) as plain:
        fetcher = asker(secure, plain, names=["goed.example"], limits=HURRIED).fetcher
        refused(lambda: fetcher.fetch(secure.address("/")), "Zonder haar robots.txt")
        refused(lambda: fetcher.fetch(f"https://goed.example:{plain.port}/"), "Zonder haar robots.txt")


def test_a_certificate_that_nobody_here_vouches_for_is_refused(asker: Ask) -> None:
    with running({"/": answer()}, tls=True) as server:
        reach = Reach(frozenset([f"goed.example:{server.port}"]), resolve=lambda host, port: ["127.0.0.1"])
        with pytest.raises(NotUnderstood, match="certificaat"):
            Fetcher("Samenspel/0", reach, QUICK).fetch(f"https://goed.example:{server.port}/")
        assert server.asked == []
