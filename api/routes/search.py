"""``/search``: things by name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, AskedPage, Question, problems
from queries.results import Hits
from queries.search import DEFAULT_LIMIT, search

router = APIRouter()


class AskedSearch(AskedPage):
    """What to search for."""

    q: str = Field(max_length=LONGEST_NAME, description="Een naam of woorden daaruit.", examples=["naober"])
    kind: str = Field(
        "", max_length=40, description="Alleen deze soort: `Initiative`, `zorgorganisatie`, `organisatie` (alle vijf)."
    )
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel regels hoogstens.")


@router.get("/search", response_model=Hits, responses=problems(400))
def search_things(asked: Annotated[AskedSearch, Query()], question: Question) -> Response:
    """Dingen op naam, in elke spelling; de beste eerst. Is er niets, dan staan er namen die erop lijken."""
    return question.answer(lambda graph: search(graph, asked.q, kind=asked.kind, after=asked.after, limit=asked.limit))
