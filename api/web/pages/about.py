"""``/over``: what this is, and how far it can be trusted."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.web.views import AboutView
from api.web.visit import Visited
from queries import Graph

router = APIRouter()


@router.get("/over")
def about(visit: Visited) -> Response:
    """How it works, what the marks mean, how fresh and how complete it is."""

    def ask(_: Graph) -> AboutView:
        version = visit.serving.version()
        return AboutView(version=version, overview=visit.serving.overview.at(version))

    return visit.show(ask)
