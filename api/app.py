"""The app: routes and pages around one graph. ``make_app`` is called by ``samenspel serve``, and by tests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api import problems, routes, web
from api.addresses import API
from api.dependencies import Refused
from api.description import describe
from api.hosts import host_names
from api.security import Guard
from api.serving import serving_over
from api.settings import Settings
from queries import Graph

_ABOUT = (
    "Wie hoort bij wie, en waaruit blijkt dat: initiatieven, zorgorganisaties en mensen, en bij elk verband het citaat "
    "waar het staat. Elk adres geeft dezelfde JSON als het commando van dezelfde vraag met `--json`."
)
_LOOKS = ("templates", "static", "web/messages")


def make_app(graph: Graph, told: Settings) -> Guard:
    """The web service over this graph, behind the guard that answers only for the hosts that the settings allow."""
    app = FastAPI(
        title="Samenspel", version=version("samenspel"), description=_ABOUT, license_info={"name": "Apache-2.0"},
        openapi_url=f"{API}/openapi.json", docs_url=None, redoc_url=None,
        redirect_slashes=False,  # an address with one slash more is another address, and nobody is sent elsewhere
    )  # fmt: skip
    app.state.serving = serving_over(graph, told, _program())
    describe(app)
    problems.install(app)
    app.add_exception_handler(Refused, _refuse)
    app.include_router(routes.router)
    web.install(app)
    guard = Guard(app, host_names(told.allowed_hosts))
    app.state.watch = guard.watch
    return guard


def _refuse(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return problems.respond(request, refused.trouble)


def _program() -> str:
    """The version of this program, with a hash of what its pages look like: they change more often while it is made."""
    seen = hashlib.blake2b(digest_size=6)
    for folder in _LOOKS:
        for file in _files(files("api").joinpath(*folder.split("/"))):
            seen.update(file.read_bytes())
    return f"{version('samenspel')}+{seen.hexdigest()}"


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        else:
            yield entry
