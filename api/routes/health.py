"""``/health``: whether the service and its graph answer."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import Here
from api.models import Health
from api.routes.answering import problems

router = APIRouter()


@router.get("/health", response_model=Health, responses=problems())
def health(here: Here) -> Response:
    """Of de dienst en haar graaf antwoorden."""
    found = Health(program=here.program, engine=here.graph.engine, version=here.version())
    return Response(found.json_text(), headers={"Cache-Control": "no-store"}, media_type="application/json")
