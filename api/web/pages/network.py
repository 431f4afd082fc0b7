"""``/netwerk``: the network map."""

from __future__ import annotations

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import Response

from api.web.environment import map_static
from api.web.views import NetworkView
from api.web.visit import MAP_POLICY, Visited
from visualizations.network import SCRIPTS, STYLES, fragment

router = APIRouter()


@router.get("/netwerk")
def network_page(visit: Visited) -> Response:
    """The map; its script fetches what it shows."""
    view = NetworkView(
        fragment=Markup(fragment()),
        styles=tuple(map_static(name) for name in STYLES),
        scripts=tuple(map_static(name) for name in SCRIPTS),
    )
    return visit.page(view, MAP_POLICY)
