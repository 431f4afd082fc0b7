"""``/zoeken``: find things by name."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.web.leafing import from_which, leaf
from api.web.text import address
from api.web.trouble import Unclear, wrong
from api.web.views import Option, SearchView
from api.web.visit import Visited
from queries import Graph
from queries.search import DEFAULT_LIMIT, search

router = APIRouter()
PATH = "/zoeken"


@router.get(PATH)
def search_page(visit: Visited, q: str = "", soort: str = "", vanaf: str = "") -> Response:
    """What was found, or a form to search with."""
    words = q.strip()
    if not words:
        return visit.page(SearchView(kind=soort))
    return visit.show(lambda graph: _found(graph, words, soort, vanaf))


def _found(graph: Graph, words: str, kind: str, start: str) -> SearchView:
    try:
        after = from_which(start)
        found = search(graph, words, kind=kind, after=after)
    except Unclear as error:
        return SearchView(words=words, kind=kind, wrong=wrong(error, lambda name: address(PATH, q=name)))
    at = lambda where: address(PATH, q=words, soort=kind, vanaf=where or "")  # noqa: E731
    return SearchView(
        version=found.version, words=words, kind=kind, found=found,
        guesses=tuple(Option(name, address(PATH, q=name)) for name in found.suggestions),
        leaf=leaf(after, len(found.items), found.total, DEFAULT_LIMIT, at),
    )  # fmt: skip
