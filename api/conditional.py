"""Answers that a browser may keep and has to ask about: their ETag, and 304 when nothing changed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.requests import Request

_ZONE = ZoneInfo("Europe/Amsterdam")
VARY = "Accept-Language, Authorization, Cookie"
CACHE = "private, no-cache"


def etag(version: int, program: str, language: str, role: str, day: str = "") -> str:
    """What an answer hangs on, as an ETag: the graph, the program, the language, who asks, and the day.

    The day counts because what has ended depends on it.
    """
    parts = (str(version), program, language, role, day or datetime.now(_ZONE).date().isoformat())
    return f'"{hashlib.blake2b("|".join(parts).encode(), digest_size=12).hexdigest()}"'


def headers(tag: str) -> dict[str, str]:
    """What goes with an answer of this ETag."""
    return {"ETag": tag, "Vary": VARY, "Cache-Control": CACHE}


def asks_for_change(request: Request) -> bool:
    """Whether the asker has an answer, and only wants another one."""
    return "if-none-match" in request.headers


def is_known(request: Request, tag: str) -> bool:
    """Whether the asker has the answer of this ETag."""
    listed = request.headers.get("if-none-match", "")
    return listed.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in listed.split(",")}
