"""``/api/v1/docs``: what there is for programs, made from the same description as ``openapi.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from markupsafe import Markup, escape
from starlette.responses import Response

from api.addresses import DOCS
from api.errors import KINDS, NO_TOKEN, TOO_LARGE, TOO_LONG, TOO_MANY, TOO_SLOW, WRONG_BODY, WRONG_HOST, WRONG_METHOD
from api.web.text import address
from api.web.views import DocsParameter, DocsRoute, DocsView
from api.web.visit import Visited

router = APIRouter()


@router.get(DOCS)
def docs(visit: Visited) -> Response:
    """All routes with their parameters and an example, and all errors."""
    described = visit.request.app.openapi()["paths"]
    tried = _tried([ref.name for ref in visit.serving.well_known.at(visit.serving.version())])
    routes = tuple(
        _route(path, method, told, tried) for path, methods in described.items() for method, told in methods.items()
    )
    return visit.page(DocsView(routes=routes, errors=tuple(_errors())))


def _tried(names: Sequence[str]) -> dict[str, str]:
    """What to try parameters with: names that this graph knows."""
    if len(names) < 2:
        return {}
    return {"q": names[0].split()[0], "thing": names[-1], "from": names[0], "to": names[-1], "/things/{id}": names[0]}


def _route(path: str, method: str, told: Mapping[str, Any], tried: Mapping[str, str]) -> DocsRoute:
    answer = told["responses"]["200"].get("content", {}).get("application/json", {})
    shown = json.dumps(answer["example"], ensure_ascii=False, indent=2) if "example" in answer else ""
    parameters = tuple(map(_parameter, told.get("parameters", ())))
    trial = "" if method != "get" else _trial(path, [one.name for one in parameters if one.required], tried)
    return DocsRoute(told["operationId"], method.upper(), path, _code(told["description"]), parameters, trial, shown)


def _parameter(told: Mapping[str, Any]) -> DocsParameter:
    default = told["schema"].get("default")
    shown = "" if default in (None, "") else str(default)
    return DocsParameter(told["name"], _code(told.get("description", "")), bool(told.get("required")), shown)


def _code(text: str) -> Markup:
    """Text in which words between backquotes are code."""
    parts = enumerate(text.split("`"))
    return Markup().join(Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in parts)


def _trial(path: str, required: Sequence[str], tried: Mapping[str, str]) -> str:
    """The address with something in all that is required; empty when we know nothing to put there."""
    known = {name: tried[name] for name in required if name in tried}
    if "/things/{id}" in path and "/things/{id}" in tried:
        path = path.replace("{id}", quote(tried["/things/{id}"], safe=""))
        return address(path)
    return address(path, **known) if len(known) == len(required) else ""


_OF_THE_WEB = (NO_TOKEN, WRONG_METHOD, WRONG_HOST, TOO_LONG, TOO_LARGE, TOO_SLOW, WRONG_BODY, TOO_MANY)


def _errors() -> Iterator[tuple[str, int, str]]:
    yield from ((kind, error.http_status, error.title) for error, kind in KINDS.items())
    yield from ((one.kind, one.status, one.title) for one in _OF_THE_WEB)
    yield "no-such-address", 404, "Dit adres bestaat niet"
