"""``/health`` and ``/metrics``: whether the service and its graph answer, and how much was asked."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.dependencies import Here
from api.models import Health
from api.routes.answering import problems
from api.watching import MEDIA_TYPE

router = APIRouter()
_FRESH = {"Cache-Control": "no-store"}


@router.get("/health", response_model=Health, responses=problems())
def health(here: Here) -> Response:
    """Of de dienst en haar graaf antwoorden."""
    found = Health(program=here.program, engine=here.graph.engine, version=here.version())
    return Response(found.json_text(), headers=_FRESH, media_type="application/json")


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"description": "Tellingen voor Prometheus.", "content": {MEDIA_TYPE: {}}}, **problems()},
)
def metrics(request: Request, here: Here) -> Response:
    """Hoeveel er gevraagd werd en hoe lang antwoorden duurden, per route; zonder wat er gevraagd werd of door wie."""
    return Response(request.app.state.watch.told(here.version()), headers=_FRESH, media_type=MEDIA_TYPE)
