"""``/waarom``: how two things are linked, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from api.web.meaning import unclear_field
from api.web.text import address
from api.web.trouble import Unclear, wrong
from api.web.views import WhyView
from api.web.visit import Visited
from queries import Graph
from queries.resolve import resolve
from queries.why import why

router = APIRouter()
PATH = "/waarom"


@router.get(PATH)
def why_page(visit: Visited, van: str = "", naar: str = "") -> Response:
    """How the two are linked, or a form to ask it with."""
    form = {"van": van.strip(), "naar": naar.strip()}
    if not any(form.values()):
        return visit.page(WhyView())
    return visit.show(lambda graph: _view(graph, form))


def _view(graph: Graph, form: Mapping[str, str]) -> WhyView:
    try:
        if not all(form.values()):
            return _half(graph, form)
        found = why(graph, form["van"], form["naar"])
    except Unclear as error:
        field = unclear_field(graph, form)
        again = partial(_again, form, field or "naar")
        return WhyView(one=form["van"], other=form["naar"], wrong=wrong(error, again, field))
    return WhyView(version=found.version, one=found.origin.name, other=found.target.name, found=found)


def _half(graph: Graph, form: Mapping[str, str]) -> WhyView:
    """The form with the one thing that was named, by its name."""
    return WhyView(one=_name(graph, form["van"]), other=_name(graph, form["naar"]))


def _name(graph: Graph, words: str) -> str:
    return graph.answer(lambda reading: resolve(reading, words)).name if words else ""


def _again(form: Mapping[str, str], field: str, word: str) -> str:
    """The same question with another word in one part of the form."""
    return address(PATH, **{**form, field: word})
