"""``/measures``: who is linked most, who stands between others, which groups hold together."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, AskedPage, AsOf, Question, problems
from queries.analytics import DEFAULT_LIMIT, measures
from queries.results.measures import By, Measures

router = APIRouter()


class AskedMeasures(AskedPage):
    """By which measure, and of what."""

    by: By = Field("betweenness", description="Waarnaar geordend: `betweenness` of `degree`.")
    kind: str = Field("", max_length=LONGEST_NAME, description="Alleen deze soort: persoon, organisatie, initiatief …")
    as_of: AsOf = ""
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel hoogstens.")


@router.get("/measures", response_model=Measures, responses=problems(400))
def measures_of_network(asked: Annotated[AskedMeasures, Query()], question: Question) -> Response:
    """Maten van het netwerk: wie de meeste verbanden heeft, wie tussen anderen staat, welke groepen samenhangen."""
    return question.listed(
        asked,
        lambda graph, after, limit: measures(
            graph, by=asked.by, kind=asked.kind, as_of=asked.as_of, after=after, limit=limit
        ),
    )
