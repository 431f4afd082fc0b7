"""Telling what went wrong: problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.addresses import DOCS, is_for_programs, unknown_address
from api.errors import FAULT, Trouble, sayable, trouble_of, wrong_method, wrong_parameters
from api.models import Problem
from api.parameters import told
from api.watching import tell_fault
from api.web.trouble import trouble_page
from graph_model.errors import SamenspelError

MEDIA_TYPE = "application/problem+json"


def respond(request: Request, trouble: Trouble) -> Response:
    """The answer to a question that went wrong."""
    trouble = sayable(trouble)
    return _problem(trouble) if is_for_programs(request) else trouble_page(request, trouble)


def _problem(trouble: Trouble) -> Response:
    problem = Problem(
        type=f"{DOCS}#{trouble.kind}", title=trouble.title, status=trouble.status, detail=trouble.detail,
        candidates=trouble.candidates, suggestions=trouble.suggestions, parameters=trouble.parameters,
    )  # fmt: skip
    headers = {"Cache-Control": "no-store", **trouble.headers}
    return Response(problem.json_text(), trouble.status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Have the app tell everything that goes wrong like this."""
    app.add_exception_handler(SamenspelError, _on_error)
    app.add_exception_handler(RequestValidationError, _on_wrong_parameters)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_fault)


def _on_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, SamenspelError)
    trouble = trouble_of(error)
    if trouble.status >= 500:
        tell_fault(request.scope, error)
    return respond(request, trouble)


def _on_wrong_parameters(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return respond(request, wrong_parameters(told(error.errors(), _known_parameters(request))))


def _known_parameters(request: Request) -> tuple[str, ...]:
    """The parameters that the address which is asked for knows, in its query or its body."""
    route: Any = request.scope.get("route")
    dependant = getattr(route, "dependant", None)
    found = (*getattr(dependant, "query_params", ()), *getattr(dependant, "body_params", ()))
    fields = (getattr(one.field_info.annotation, "model_fields", {one.name: None}) for one in found)
    return tuple(name for names in fields for name in names)


def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return respond(request, unknown_address(request))
    if error.status_code == 405:
        return respond(request, wrong_method((error.headers or {}).get("Allow", "")))
    return respond(request, Trouble(error.status_code, "http", "Dat lukte niet", str(error.detail)))


def _on_fault(request: Request, error: Exception) -> Response:
    """The guard, to whom it goes on, logs it."""
    return respond(request, FAULT)
