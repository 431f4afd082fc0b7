"""Only machines of the public internet are asked, whatever an address, a redirect or a resolver says."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.fetch.address import web_address
from ingest.fetch.fetcher import Fetcher
from ingest.fetch.outcomes import Fetched, Hiccup
from ingest.fetch.reach import Reach, is_public, look_up
from tests.ingest.fetch.conftest import QUICK, trusting
from tests.ingest.fetch.misbehaving import answer, redirect, running

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1
    255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:93.184.216.34 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1
    2001::1 2001:db8::1 2002:7f00:1::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2001:20::1 geen 1.2.3
""".split()
PUBLIC = "93.184.216.34 8.8.8.8 172.32.0.1 100.128.0.1 2606:2800:220:1:248:1893:25c8:1946 2a02:898::1".split()


def test_addresses_that_are_not_of_the_public_internet_are_known() -> None:
    assert [address for address in PRIVATE if is_public(address)] == []
    assert [address for address in PUBLIC if not is_public(address)] == []


@given(st.ip_addresses())
def test_what_stands_for_another_address_is_never_public(ip: object) -> None:
    for wrapped in (f"::ffff:{ip}", f"64:ff9b::{ip}", f"2002:{ip}", f"::{ip}"):
        assert not is_public(wrapped)


@pytest.mark.parametrize("address", [ip for ip in PRIVATE if ip != "geen" and "%" not in ip and ip != "1.2.3"])
def test_a_name_that_leads_to_such_an_address_is_refused(address: str) -> None:
    place = web_address("http://a.example/")
    for reach in (Reach(resolve=lambda *_: [address]), Reach(resolve=lambda *_: ["93.184.216.34", address])):
        with pytest.raises(NotUnderstood, match="niet openbaar"):
            reach.addresses_of(place, None, 1)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data",
        "http://localhost/", "http://0.0.0.0/", "http://192.168.1.1/", "https://[fe80::1]/",
    ],
)  # fmt: skip
def test_an_address_that_is_such_an_address_is_refused(address: str) -> None:
    with pytest.raises(NotUnderstood, match="niet openbaar"):
        Reach().addresses_of(web_address(address), None, 1)


@pytest.mark.parametrize(
    "address",
    [
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0x7f.1/",
        "http://127.0.0.1.5/", "http://127.0.0.01/", "http://1.2.3.256/", "http://a.b.0x/", "http://%31%32%37.0.0.1/",
        "http://[fe80::1%25eth0]/", "http://a@b.nl/", "http://a:b@b.nl/", "http://b.nl\\@c.nl/", "http://b.nl\t/",
        "http://b.nl/\r\nHost:c", "http://-a.nl/", "http://a..nl/", "http://", "http:///a", "//a.nl/", "a.nl", "",
        "ftp://a.nl/", "file:///etc/passwd", "gopher://a.nl", "http://a.nl:0/", "http://a.nl:65536/", "http://a.nl:-1/",
        "http://" + "a" * 64 + ".nl/", "http://a.nl/" + "a" * 4000,
    ],
)  # fmt: skip
def test_what_is_no_plain_web_address_is_refused_before_anything_is_asked(address: str) -> None:
    with pytest.raises(NotUnderstood):
        web_address(address)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HTTP://WWW.A.NL:80", "http://www.a.nl/"),
        ("https://a.nl:443/b?c=d#e", "https://a.nl/b?c=d"),
        ("http://münchen.nl./pad é", "http://xn--mnchen-3ya.nl/pad%20%C3%A9"),
        ("http://[2606:2800::1]/", "http://[2606:2800::1]/"),
        ("  http://a.nl:8080/ ", "http://a.nl:8080/"),
    ],
)
def test_an_address_is_written_in_one_way(written: str, read: str) -> None:
    assert str(web_address(written)) == read
    assert web_address(read) == web_address(written)


@given(st.one_of(st.text(), st.text(alphabet="ht:/@.[]%#?0x12a\\ é").map(lambda rest: f"http://{rest}")))
def test_any_text_is_a_web_address_or_refused_and_reads_back_the_same(text: str) -> None:
    try:
        place = web_address(text)
    except NotUnderstood:
        return
    assert web_address(str(place)) == place
    assert place.host == place.host.lower()
    assert place.host.isascii()


@pytest.mark.parametrize("port", [22, 25, 8080, 9200])
def test_other_ports_than_those_of_websites_are_refused_unless_described(port: int) -> None:
    public = Reach(resolve=lambda host, port: ["93.184.216.34"])
    described = Reach(ports=frozenset([f"a.example:{port}"]), resolve=lambda host, port: ["93.184.216.34"])
    place = web_address(f"http://a.example:{port}/")
    with pytest.raises(NotUnderstood, match="geen poort van een website"):
        public.addresses_of(place, None, 1)
    assert described.addresses_of(place, None, 1) == ("93.184.216.34",)
    with pytest.raises(NotUnderstood, match="niet openbaar"):
        Reach(described.private, described.ports, lambda host, port: ["127.0.0.1"]).addresses_of(place, None, 1)


def test_a_private_host_is_only_asked_when_it_is_named_with_its_port() -> None:
    reach = Reach(frozenset(["wiki.intern:80"]), resolve=lambda host, port: ["10.0.0.1"])
    assert reach.addresses_of(web_address("http://wiki.intern/"), None, 1) == ("10.0.0.1",)
    for other in ("https://wiki.intern/", "http://ander.intern/", "http://wiki.intern:8080/"):
        with pytest.raises(NotUnderstood):
            reach.addresses_of(web_address(other), None, 1)


def test_a_redirect_from_a_public_page_leads_to_no_private_host_even_a_named_one() -> None:
    reach = Reach(frozenset(["wiki.intern:80"]), resolve=lambda host, port: ["10.0.0.1"])
    wiki = web_address("http://wiki.intern/")
    assert reach.addresses_of(wiki, wiki, 1)
    with pytest.raises(NotUnderstood, match="niet openbaar"):
        reach.addresses_of(wiki, web_address("https://a.example/"), 1)


@pytest.mark.parametrize(
    "leads_to", ["http://127.0.0.1:{port}/geheim", "http://[::1]:{port}/geheim", "http://ander.example:{port}/geheim"]
)
def test_a_redirect_to_a_private_machine_is_not_followed(leads_to: str) -> None:
    with running({"/geheim": answer("geheim")}) as server:
        server.pages["/"] = redirect(leads_to.format(port=server.port))
        reach = Reach(frozenset([f"goed.example:{server.port}"]), resolve=lambda host, port: ["127.0.0.1"])
        with pytest.raises(NotUnderstood, match=r"geen poort van een website|niet openbaar"):
            Fetcher("Samenspel/0", reach, QUICK, tls=trusting(), sleep=lambda _: None).fetch(
                server.address("/", "goed.example")
            )
        assert server.paths() == ["/"]


def test_each_request_is_judged_by_the_answer_that_it_goes_by() -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) % 2 else ["127.0.0.1"]

    reach, place = Reach(resolve=rebinding), web_address("http://a.example/")
    assert reach.addresses_of(place, None, 1) == ("93.184.216.34",)
    assert asked == ["a.example"]
    with pytest.raises(NotUnderstood, match="niet openbaar"):
        reach.addresses_of(place, None, 1)


def test_a_resolver_that_changes_its_answer_is_asked_once_and_that_answer_connected_to() -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) <= 2 else ["127.0.0.9"]

    with running({"/": answer()}) as server:
        reach = Reach(frozenset([f"bestaat.niet.example:{server.port}"]), resolve=resolve)
        fetcher = Fetcher("Samenspel/0", reach, QUICK, tls=trusting(), sleep=lambda _: None)
        address = server.address("/", "bestaat.niet.example")
        assert isinstance(fetcher.fetch(address), Fetched)
        assert looked_up == ["bestaat.niet.example"] * 2  # for robots.txt and for the page, each once
        assert {one.headers["host"] for one in server.asked} == {f"bestaat.niet.example:{server.port}"}
        with pytest.raises(NotUnderstood, match="niet te bereiken"):
            fetcher.fetch(address)


def test_the_next_address_of_a_host_is_tried_when_one_does_not_answer() -> None:
    with running({"/": answer()}) as server:
        reach = Reach(frozenset([f"a.example:{server.port}"]), resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"])
        fetcher = Fetcher("Samenspel/0", reach, QUICK, tls=trusting(), sleep=lambda _: None)
        assert isinstance(fetcher.fetch(server.address("/", "a.example")), Fetched)


def failing(error: Exception) -> Callable[[str, int], Sequence[str]]:
    def resolve(host: str, port: int) -> Sequence[str]:
        raise error

    return resolve


@pytest.mark.parametrize(
    "resolve", [failing(socket.gaierror(-2, "x")), failing(UnicodeError("x")), lambda host, port: []]
)
def test_a_host_that_nobody_knows_is_not_found(resolve: Callable[[str, int], Sequence[str]]) -> None:
    with pytest.raises(Hiccup, match=r"De site a\.example is niet te vinden"):
        Reach(resolve=resolve).addresses_of(web_address("http://a.example/"), None, 1)


def test_a_resolver_that_hangs_is_left_behind() -> None:
    never = threading.Event()

    def hangs(host: str, port: int) -> Sequence[str]:
        never.wait(30)
        return []

    with pytest.raises(Hiccup, match="te lang"):
        Reach(resolve=hangs).addresses_of(web_address("http://a.example/"), None, 0.05)
    never.set()


def test_the_systems_own_resolver_knows_this_machine() -> None:
    assert set(look_up("localhost", 80)) <= {"127.0.0.1", "::1"}
