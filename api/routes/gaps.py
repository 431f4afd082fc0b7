"""``/gaps``: what is missing between initiatives, and on whom the network hangs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import Asked, AsOf, Question, problems
from api.routes.themes import Region
from queries.gaps import DEFAULT_LIMIT, gaps
from queries.gaps.answer import MAX_LIMIT
from queries.results.gaps import Gaps

router = APIRouter()


class AskedGaps(Asked):
    """Where, and how many."""

    region: Region = ""
    as_of: AsOf = ""
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MAX_LIMIT, description="Hoeveel van elk hoogstens.")


@router.get("/gaps", response_model=Gaps, responses=problems(400, 404, 409))
def missing_and_bridging(asked: Annotated[AskedGaps, Query()], question: Question) -> Response:
    """Initiatieven zonder verband bij hetzelfde thema in dezelfde gemeente, thema's zonder initiatief, wie verbindt."""
    return question.answer(lambda graph: gaps(graph, region=asked.region, as_of=asked.as_of, limit=asked.limit))
