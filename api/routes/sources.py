"""``/sources``: the described sources, and what they gave the last time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.dependencies import Asker, Here
from api.routes.answering import Asked, problems
from ingest.sources.standing import SourceStandings, standings

router = APIRouter()


@router.get("/sources", response_model=SourceStandings, responses=problems(400))
def described_sources(asked: Annotated[Asked, Query()], here: Here, role: Asker) -> Response:
    """De beschreven bronnen, met wat de laatste keer gevonden werd en wat er verwacht wordt."""
    from api.fetching import last_runs

    found = standings(last_runs(here.settings))
    return Response(found.json_text(), headers={"Cache-Control": "no-store"}, media_type="application/json")
