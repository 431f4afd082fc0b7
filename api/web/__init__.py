"""The web pages: server-rendered, without scripts but for the map."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.web.environment import MAP, OWN_STATIC, STATIC
from api.web.pages import about, docs, language, near, network, search, source, start, thing, why
from visualizations.network import STATIC as MAP_STATIC

_PAGES = (start, search, thing, near, why, network, source, about, language, docs)
_FOR_GOOD = "public, max-age=31536000, immutable"


class _Kept(StaticFiles):
    """Files that browsers keep for good when the address says which version of the file it is."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        versioned = scope["query_string"].startswith(b"v=") and answer.status_code == 200
        answer.headers["Cache-Control"] = _FOR_GOOD if versioned else "no-cache"
        return answer


def install(app: FastAPI) -> None:
    """Give the app its pages and their files."""
    for page in _PAGES:
        app.include_router(page.router, include_in_schema=False)
    for address, folder in ((MAP, MAP_STATIC), (STATIC, OWN_STATIC)):
        app.mount(address, _Kept(directory=Path(folder)))
