"""``/overview``: how much there is, how fresh, how well read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.routes.answering import Asked, Question, problems
from queries.overview import overview
from queries.results import Overview

router = APIRouter()


@router.get("/overview", response_model=Overview, responses=problems(400))
def whole_graph(asked: Annotated[Asked, Query()], question: Question) -> Response:
    """Hoeveel er in de graaf staat, hoe vers het is en hoe goed het gelezen is."""
    return question.answer(overview)
