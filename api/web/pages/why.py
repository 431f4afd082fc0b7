"""``/waarom``: how two things are linked, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from api.web.meaning import NotMeant, meant
from api.web.text import address
from api.web.trouble import Unclear, wrong
from api.web.views import WhyView
from api.web.visit import Visited
from queries import Graph
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
    names = dict(form)
    try:
        things = meant(graph, form)
        names |= {field: thing.name for field, thing in things.items()}
        found = why(graph, things["van"].id, things["naar"].id) if len(things) == 2 else None
    except NotMeant as unclear:
        again = partial(_again, form, unclear.field)
        return WhyView(one=form["van"], other=form["naar"], wrong=wrong(unclear.error, again, unclear.field))
    except Unclear as error:
        return WhyView(one=names["van"], other=names["naar"], wrong=wrong(error, lambda word: address(PATH, van=word)))
    return WhyView(version=found.version if found else None, one=names["van"], other=names["naar"], found=found)


def _again(form: Mapping[str, str], field: str, word: str) -> str:
    """The same question with another word in one part of the form."""
    return address(PATH, **{**form, field: word})
