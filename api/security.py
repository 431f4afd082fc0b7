"""What stands between the network and the app: hosts it answers to, headers on every answer, and its door."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import TOO_LONG, WRONG_HOST, Trouble
from api.problems import respond
from graph_model.errors import NotAllowed

LONGEST_ADDRESS = 8192
"""Bytes of path and query together."""

SECURITY_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
)
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The content security policy of whatever is no page; pages bring one of their own."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Around the app: refuses strange hosts and endless addresses, and puts the headers on every answer.

    A HEAD is answered like a GET, without its body. Checking the host keeps a page elsewhere, whose name is turned
    towards this machine, from reading along (DNS rebinding).
    """

    app: FastAPI
    hosts: frozenset[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send, bare=scope["method"] == "HEAD")
        asked = {**scope, "app": self.app, "method": "GET" if answer.bare else scope["method"]}
        trouble = self._refusal(asked)
        app: ASGIApp = respond(Request(asked), trouble) if trouble else self.app
        await app(asked, receive, answer)

    def _refusal(self, scope: Scope) -> Trouble | None:
        host = Headers(scope=scope).get("host", "")
        if host_name(host) not in self.hosts:
            return WRONG_HOST
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"") > LONGEST_ADDRESS:
            return TOO_LONG
        return None


@dataclass(frozen=True, slots=True)
class _Answer:
    """Sends an answer on with the headers on it; ``bare`` leaves the body out."""

    send: Send
    bare: bool

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            _dress(message)
        elif message["type"] == "http.response.body" and self.bare:
            message = {**message, "body": b""}
        await self.send(message)


def _dress(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in SECURITY_HEADERS:
        headers[name] = value
    headers.setdefault("Content-Security-Policy", NOTHING)


def host_name(host: str) -> str:
    """The name in a Host header or a setting: without port, brackets and final dot, in lower case."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name = host if host.count(":") > 1 else host.partition(":")[0]
    return name.removesuffix(".")


def host_names(hosts: Iterable[str]) -> frozenset[str]:
    """The names under which the page answers."""
    return frozenset(name for host in hosts if (name := host_name(host)))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    name = host_name(host)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def check_reach(host: str, has_tokens: bool) -> None:
    """Nothing, when a server may listen at this host.

    :raises NotAllowed: others could reach it, and no token was made yet.
    """
    if not is_loopback(host) and not has_tokens:
        raise NotAllowed(
            f"Op {host} kunnen ook anderen bij deze pagina, en er is nog geen sleutel. "
            "Maak er eerst een met: samenspel token new beheerder."
        )
