"""``/in-de-buurt``: initiatives near a care organisation, each with what links them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from fastapi import APIRouter
from starlette.responses import Response

from api.web.leafing import from_which, kilometres, leaf
from api.web.meaning import unclear_field
from api.web.text import address
from api.web.trouble import Unclear, wrong
from api.web.views import NearView
from api.web.visit import Visited
from ingest.gazetteer.finding import spots
from queries import Graph
from queries.near import DEFAULT_KM, DEFAULT_LIMIT, near

router = APIRouter()
PATH = "/in-de-buurt"
_THEMES = ("Theme", "Keyword")


@router.get(PATH)
def near_page(visit: Visited, ding: str = "", km: str = "", thema: str = "", vanaf: str = "") -> Response:
    """What is near, or a form to ask it with."""
    form = {"ding": ding.strip(), "km": km.strip(), "thema": thema.strip()}
    if not form["ding"]:
        return visit.page(NearView(km=form["km"], theme=form["thema"]))
    return visit.show(lambda graph: _view(graph, form, vanaf))


def _view(graph: Graph, form: Mapping[str, str], start: str) -> NearView:
    asked = NearView(thing=form["ding"], km=form["km"], theme=form["thema"])
    try:
        after = from_which(start)
        km = kilometres(form["km"], DEFAULT_KM)
        found = near(graph, form["ding"], km=km, theme=form["thema"], after=after, places=spots)
    except Unclear as error:
        field = unclear_field(graph, {"ding": form["ding"], "thema": form["thema"]}, {"thema": _THEMES})
        return replace(asked, wrong=wrong(error, partial(_again, form, field or "ding"), field))
    at = partial(_from, form)
    return NearView(
        version=found.version, thing=found.thing.name, km=form["km"], theme=found.theme.name if found.theme else "",
        found=found, leaf=leaf(after, len(found.initiatives), found.total, DEFAULT_LIMIT, at),
    )  # fmt: skip


def _again(form: Mapping[str, str], field: str, word: str) -> str:
    """The same question with another word in one part of the form."""
    return address(PATH, **{**form, field: word})


def _from(form: Mapping[str, str], where: int) -> str:
    """The part of the answer that begins there."""
    return address(PATH, **form, vanaf=where or "")
