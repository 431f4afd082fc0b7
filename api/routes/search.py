"""``/search`` and ``/suggest``: things by name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AskedPage, Question, problems
from queries import suggest as suggesting
from queries.results import Hits, Suggestions
from queries.search import DEFAULT_LIMIT, search

router = APIRouter()


class AskedSearch(AskedPage):
    """What to search for."""

    q: str = Field(max_length=LONGEST_NAME, description="Een naam of woorden daaruit.", examples=["naober"])
    kind: str = Field(
        "", max_length=40, description="Alleen deze soort: `Initiative`, `zorgorganisatie`, `organisatie` (alle vijf)."
    )
    place: str = Field(
        "", max_length=LONGEST_NAME, description="Alleen in deze plaats, of in de gemeente van die naam."
    )
    theme: str = Field("", max_length=LONGEST_NAME, description="Alleen rond dit thema of trefwoord.")
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel regels hoogstens.")


class AskedSuggest(Asked):
    """What somebody is typing."""

    q: str = Field(max_length=LONGEST_NAME, description="De letters tot nu toe.", examples=["naob"])
    limit: int = Field(suggesting.DEFAULT_LIMIT, ge=1, le=suggesting.MAX_LIMIT, description="Hoeveel namen hoogstens.")


@router.get("/search", response_model=Hits, responses=problems(400, 404, 409))
def search_things(asked: Annotated[AskedSearch, Query()], question: Question) -> Response:
    """Dingen op naam, in elke spelling; de beste eerst, geteld naar soort, plaats en thema.

    Is er niets, dan staan er namen die erop lijken.
    """
    return question.listed(
        asked,
        lambda graph, after, limit: search(
            graph, asked.q, kind=asked.kind, place=asked.place, theme=asked.theme, after=after, limit=limit
        ),
    )


@router.get("/suggest", response_model=Suggestions, responses=problems(400))
def suggest_names(asked: Annotated[AskedSuggest, Query()], question: Question) -> Response:
    """Namen van dingen terwijl iemand typt, de beste eerst."""
    return question.answer(lambda graph: suggesting.suggest(graph, asked.q, limit=asked.limit))
