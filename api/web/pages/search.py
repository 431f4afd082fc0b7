"""``/zoeken``: find things by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from api.web.leafing import from_which, leaf
from api.web.meaning import unclear_field
from api.web.narrowing import narrowings
from api.web.text import address
from api.web.trouble import Unclear, wrong
from api.web.views import Option, SearchView
from api.web.visit import Visited
from queries import Graph
from queries.search import DEFAULT_LIMIT, search

router = APIRouter()
PATH = "/zoeken"
_SIDES = {"plaats": ("Place",), "thema": ("Theme", "Keyword")}


@router.get(PATH)
def search_page(
    visit: Visited, q: str = "", soort: str = "", plaats: str = "", thema: str = "", vanaf: str = ""
) -> Response:
    """What was found, or a form to search with."""
    form = {"q": q.strip(), "soort": soort.strip(), "plaats": plaats.strip(), "thema": thema.strip()}
    if not form["q"]:
        return visit.page(SearchView(kind=form["soort"]))
    return visit.show(lambda graph: _view(graph, form, vanaf))


def _view(graph: Graph, form: Mapping[str, str], start: str) -> SearchView:
    words, kind, place, theme = form.values()
    try:
        after = from_which(start)
        found = search(graph, words, kind=kind, place=place, theme=theme, after=after)
    except Unclear as error:
        field = unclear_field(graph, {name: form[name] for name in _SIDES}, _SIDES) or "q"
        return SearchView(words=words, kind=kind, wrong=wrong(error, partial(_again, form, field), field))
    return SearchView(
        version=found.version, words=words, kind=kind, found=found,
        guesses=tuple(Option(name, address(PATH, q=name)) for name in found.suggestions),
        narrowings=narrowings(PATH, form, found),
        leaf=leaf(after, len(found.items), found.total, DEFAULT_LIMIT, lambda n: address(PATH, **form, vanaf=n or "")),
    )  # fmt: skip


def _again(form: Mapping[str, str], field: str, word: str) -> str:
    """The same search with another word in one part of it."""
    return address(PATH, **{**form, field: word})
