"""The addresses that there are: which are for programs, and what comes close to one that there is not."""

from __future__ import annotations

from difflib import get_close_matches

from starlette.requests import Request

from api.errors import Trouble

API = "/api/v1"
DOCS = f"{API}/docs"
PAGES = ("/", "/zoeken", "/in-de-buurt", "/waarom", "/netwerk", "/over", DOCS)
"""The pages whose address has no part to fill in."""


def path_of(request: Request) -> str:
    """The path that is asked for. ``request.url`` would take it from the Host header too, which anybody may fill."""
    return str(request.scope["path"])


def is_for_programs(request: Request) -> bool:
    """Whether a program asks (and reads problem+json), or a person (who reads a page)."""
    path = path_of(request)
    return path in ("/health", "/metrics") or (path.startswith("/api/") and path != DOCS)


def unknown_address(request: Request) -> Trouble:
    """That there is no such address, with those that come close."""
    for_programs = is_for_programs(request)
    known = request.app.openapi()["paths"] if for_programs else PAGES
    close = tuple(get_close_matches(path_of(request), known, n=3, cutoff=0.7))
    detail = "Dit adres bestaat niet."
    if for_programs:
        detail += f" Bedoelde u {' of '.join(close)}?" if close else f" Alle adressen staan op {DOCS}."
    return Trouble(404, "no-such-address", "Dit adres bestaat niet", detail, suggestions=close)
