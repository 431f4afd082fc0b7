"""``/taal/{language}``: the other language, from now on."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from api.web.language import COOKIE, LANGUAGES

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.get("/taal/{language}")
def choose_language(language: str, naar: str = "/") -> Response:
    """Remember the language, and go back to the page where it was chosen."""
    if language not in LANGUAGES:
        raise HTTPException(404)
    answer = RedirectResponse(_of_ours(naar), 303)
    answer.set_cookie(COOKIE, language, max_age=_YEAR, httponly=True, samesite="lax")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _of_ours(address: str) -> str:
    """An address of this site, made of path and query only; the start page when it is something else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    path = "/" + parts.path.replace("\\", "/").lstrip("/")
    if parts.scheme or parts.netloc or any(ord(letter) < 0x21 for letter in address):
        return "/"
    return quote(path, safe="/%:@!$&'()*+,;=~") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}" if parts.query else ""
    )
