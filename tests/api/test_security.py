"""Who may reach the server, under which name, and what every answer carries."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from api.hosts import host_name, is_loopback
from api.security import NOTHING, check_reach
from api.server import address_of, listen
from api.tokens import Role, new_token, role_of, token_file, tokens_of
from graph_model.errors import BadQuestion, NotAllowed
from queries import Graph
from tests.api.clients import client, settings
from tests.api.conftest import Command


@pytest.mark.parametrize("host", ["localhost", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost."])
def test_the_page_answers_under_the_names_of_this_machine(web: httpx.Client, host: str) -> None:
    assert web.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil.example:8000",
        "127.0.0.1.nip.io",
        "[::2]",
        "localhost@evil",
        "a/b",
    ],
)
def test_under_any_other_name_nothing_is_told(web: httpx.Client, host: str) -> None:
    for address in ("/health", "/api/v1/overview", "/", "/static/site.css"):
        got = web.get(address, headers={"Host": host})
        assert got.status_code == 421
        assert "Buurtkring" not in got.text


def test_the_names_come_from_the_settings(neighbourhood: Graph, tmp_path: Path) -> None:
    with client(neighbourhood, tmp_path, allowed_hosts=("buurt.example",)) as web:
        assert web.get("/health", headers={"Host": "buurt.example"}).status_code == 200
        assert web.get("/health").status_code == 421


def test_every_answer_carries_the_headers_that_keep_it_safe(web: httpx.Client) -> None:
    for address in ("/", "/api/v1/overview", "/api/v1/nope", "/nope", "/static/site.css", "/netwerk", "/health"):
        headers = web.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
    assert web.get("/api/v1/overview").headers["content-security-policy"] == NOTHING


def test_only_the_map_and_fields_for_a_name_may_run_scripts(web: httpx.Client) -> None:
    assert "script-src" not in web.get("/over").headers["content-security-policy"]
    assert "script-src 'self'; connect-src 'self'" in web.get("/").headers["content-security-policy"]
    assert "script-src 'self'" in web.get("/netwerk").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("[::1]", True), ("localhost", True), ("0.0.0.0", False),
     ("::", False), ("192.168.1.2", False), ("buurt.example", False), ("", False)],
)  # fmt: skip
def test_who_can_reach_a_host_is_known(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_host_that_others_can_reach_needs_a_token_first(tmp_path: Path, samenspel: Command) -> None:
    with pytest.raises(NotAllowed, match="token new"):
        check_reach("0.0.0.0", has_tokens=False)
    check_reach("127.0.0.1", has_tokens=False)
    check_reach("0.0.0.0", has_tokens=True)
    said = samenspel("serve", "--host", "0.0.0.0", "--port", "0", "--data", str(tmp_path))
    assert (said.status, said.out) == (6, "")


def test_a_token_is_shown_once_and_kept_as_a_hash(tmp_path: Path, samenspel: Command) -> None:
    said = samenspel("token", "new", "beheerder", "--data", str(tmp_path))
    token = next(line.strip() for line in said.out.splitlines() if line.startswith("  "))
    told = settings(tmp_path)
    kept = token_file(told).read_text(encoding="utf-8")
    assert token not in kept
    assert token_file(told).stat().st_mode & 0o077 == 0
    assert role_of(f"Bearer {token}", tokens_of(told)) is Role.KEEPER
    assert role_of("Bearer other", tokens_of(told)) is None
    assert role_of(f"Basic {token}", tokens_of(told)) is None
    assert role_of("", tokens_of(told)) is Role.READER
    assert samenspel("token", "new", "koning", "--data", str(tmp_path)).status == 2


def test_reading_needs_no_token_but_a_wrong_one_is_refused(neighbourhood: Graph, tmp_path: Path) -> None:
    token = new_token(settings(tmp_path), Role.REVIEWER)
    with client(neighbourhood, tmp_path) as web:
        plain = web.get("/api/v1/overview")
        known = web.get("/api/v1/overview", headers={"Authorization": f"Bearer {token}"})
        assert (plain.status_code, known.status_code) == (200, 200)
        assert plain.headers["etag"] != known.headers["etag"]
        for address in ("/api/v1/overview", "/over"):
            refused = web.get(address, headers={"Authorization": "Bearer nonsense"})
            assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")


def test_a_file_of_tokens_that_is_broken_is_told(tmp_path: Path) -> None:
    told = settings(tmp_path)
    token_file(told).write_text("[{}]", encoding="utf-8")
    with pytest.raises(BadQuestion, match="sleutels"):
        tokens_of(told)


def test_a_port_that_is_taken_is_told_or_the_next_one_is_used(tmp_path: Path) -> None:
    from dataclasses import replace

    with listen(replace(settings(tmp_path), port=0)) as first:
        taken = replace(settings(tmp_path), port=first.getsockname()[1])
        assert address_of(first) == f"http://127.0.0.1:{taken.port}/"
        with pytest.raises(NotAllowed, match="--port"):
            listen(taken)
        with listen(taken, or_next=True) as second:
            assert second.getsockname()[1] > taken.port


def test_a_name_in_a_host_header_is_read_as_browsers_write_it() -> None:
    told = {"a.nl": "a.nl", "A.nl:80": "a.nl", "[::1]:80": "::1", "::1": "::1", "a.nl.": "a.nl", " a ": "a", "": ""}
    assert {host: host_name(host) for host in told} == told
