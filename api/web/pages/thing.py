"""``/ding/{id}``: one thing with what is known of it, its links, and the quotes behind them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.web.leafing import from_which, leaf
from api.web.text import address, thing_address
from api.web.views import ThingView
from api.web.visit import Visited
from queries import Graph
from queries.links import DEFAULT_LIMIT, links
from queries.show import show

router = APIRouter()


@router.get("/ding/{id}")
def thing_page(visit: Visited, id: str, soort: str = "", vanaf: str = "") -> Response:
    """A thing; an old id, or a name, leads to the address of the thing."""
    after = from_which(vanaf)
    return visit.show(lambda graph: _view(graph, id, soort, after), elsewhere=lambda view: _moved(view, id))


def _view(graph: Graph, id: str, kind: str, after: int) -> ThingView:
    found = links(graph, id, kind=kind, after=after)
    counts = show(graph, found.thing.id, limit=1).counts if kind else found.counts
    here = thing_address(found.thing.id)
    return ThingView(
        version=found.version, thing=found.thing, links=found.links, counts=counts, kind=kind,
        leaf=leaf(
            after, len(found.links), found.total, DEFAULT_LIMIT,
            lambda where: address(here, soort=kind, vanaf=where or ""),
        ),
    )  # fmt: skip


def _moved(view: ThingView, id: str) -> Response | None:
    """Where the thing is, when it was asked for by another id or by a name. Not for good: things can be split again."""
    return None if view.thing.id == id else RedirectResponse(thing_address(view.thing.id), 302)
