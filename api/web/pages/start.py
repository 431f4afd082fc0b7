"""``/``: the start page."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.web.views import StartView
from api.web.visit import Visited
from queries import Graph

router = APIRouter()


@router.get("/")
def start(visit: Visited) -> Response:
    """Search, the ways in, and how much there is."""

    def ask(_: Graph) -> StartView:
        here = visit.serving
        version = here.version()
        return StartView(version=version, overview=here.overview.at(version), first=here.well_known.at(version))

    return visit.show(ask)
