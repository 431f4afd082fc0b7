"""The app: routes and pages around one graph. ``make_app`` is called by ``samenspel serve``, and by tests."""

from __future__ import annotations

from importlib.metadata import version

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
from graph_model.program import program
from queries import Graph

_ABOUT = (
    "Wie hoort bij wie, en waaruit blijkt dat: initiatieven, zorgorganisaties en mensen, en bij elk verband het citaat "
    "waar het staat. Elk adres geeft dezelfde JSON als het commando van dezelfde vraag met `--json`."
)
# What its pages look like.
_LOOKS = ("api/templates", "api/static", "api/web/messages")


def make_app(graph: Graph, told: Settings) -> Guard:
    """The web service over this graph, behind the guard that answers only for the hosts that the settings allow."""
    app = FastAPI(
        title="Samenspel", version=version("samenspel"), description=_ABOUT, license_info={"name": "Apache-2.0"},
        openapi_url=f"{API}/openapi.json", docs_url=None, redoc_url=None,
        redirect_slashes=False,  # an address with one slash more is another address, and nobody is sent elsewhere
    )  # fmt: skip
    app.state.serving = serving_over(graph, told, program(*_LOOKS))
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
