"""``/bron/{id}``: the stored text of a source with the quotes marked, and what was read in it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.web.marking import marked, spans_of
from api.web.text import source_address
from api.web.views import SourceView
from api.web.visit import Visited
from queries import Graph
from queries.documents import Source, document

router = APIRouter()


@router.get("/bron/{id}")
def source_page(visit: Visited, id: str) -> Response:
    """A source; an old id, or a title, leads to its address."""
    return visit.show(lambda graph: _view(graph, id), elsewhere=lambda view: _moved(view, id))


def _view(graph: Graph, id: str) -> SourceView:
    source = document(graph, id)
    text = marked(source.text, spans_of(_quotes(source), len(source.text))) if source.text else None
    return SourceView(version=source.version, source=source, text=text)


def _quotes(source: Source) -> list[tuple[int, int, str]]:
    claims = (statement.claim for statement in source.statements)
    return [(c.start, c.end, c.id) for c in claims if c.start is not None and c.end is not None]


def _moved(view: SourceView, id: str) -> Response | None:
    return None if view.source.id == id else RedirectResponse(source_address(view.source.id), 302)
