"""What stands between the network and the app: hosts it answers to, headers on every answer, and its door."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from api.errors import FAULT, TOO_LONG, WRONG_HOST, Trouble
from api.hosts import host_name, is_loopback
from api.limits import Exceeded, Limits, bounded
from api.problems import respond
from api.watching import Watch, tell_fault
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
    """Around the app: refuses strange hosts, endless addresses and who asks too much; puts the headers on every answer.

    A HEAD is answered like a GET, without its body. Checking the host keeps a page elsewhere, whose name is turned
    towards this machine, from reading along (DNS rebinding). Every request is counted and logged, also a refused one.
    """

    app: FastAPI
    hosts: frozenset[str]
    watch: Watch = field(default_factory=Watch)
    limits: Limits = field(default_factory=Limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send, bare=scope["method"] == "HEAD")
        asked = {**scope, "app": self.app, "method": "GET" if answer.bare else scope["method"]}
        began = time.monotonic()
        with self.watch.asking.track_inprogress():
            try:
                await self._answer(asked, receive, answer)
            except Exception as fault:  # noqa: BLE001  the outermost loop: it is logged with its route
                tell_fault(asked, fault)
                if not answer.status:
                    await respond(Request(asked), FAULT)(asked, receive, answer)
        self.watch.answered({**asked, "method": scope["method"]}, answer.status, began)

    async def _answer(self, asked: Scope, receive: Receive, answer: Send) -> None:
        with self.limits.asking((asked.get("client") or ("",))[0]) as too_much:
            trouble = self._refusal(asked) or too_much
            try:
                receive = receive if trouble else await bounded(asked, receive)
            except Exceeded as exceeded:
                trouble = exceeded.trouble
            await (respond(Request(asked), trouble) if trouble else self.app)(asked, receive, answer)

    def _refusal(self, scope: Scope) -> Trouble | None:
        host = Headers(scope=scope).get("host", "")
        if host_name(host) not in self.hosts:
            return WRONG_HOST
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"") > LONGEST_ADDRESS:
            return TOO_LONG
        return None


@dataclass(slots=True)
class _Answer:
    """Sends an answer on with the headers on it; ``bare`` leaves the body out. ``status`` is 0 until it began."""

    send: Send
    bare: bool
    status: int = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            _dress(message)
        elif message["type"] == "http.response.body" and self.bare:
            message = {**message, "body": b""}
        await self.send(message)


def _dress(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in SECURITY_HEADERS:
        headers[name] = value
    headers.setdefault("Content-Security-Policy", NOTHING)


def check_reach(host: str, has_tokens: bool) -> None:
    """Nothing, when a server may listen at this host.

    :raises NotAllowed: others could reach it, and no token was made yet.
    """
    if not is_loopback(host) and not has_tokens:
        raise NotAllowed(
            f"Op {host} kunnen ook anderen bij deze pagina, en er is nog geen sleutel. "
            "Maak er eerst een met: samenspel token new beheerder."
        )
