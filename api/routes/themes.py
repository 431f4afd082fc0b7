"""``/themes``: which initiatives are about which themes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AsOf, Question, problems
from queries.results.themes import Themes
from queries.themes import DEFAULT_LIMIT, themes

router = APIRouter()

Region = Annotated[
    str,
    Field(max_length=LONGEST_NAME, description="Alleen in deze provincie, gemeente of plaats.", examples=["Drenthe"]),
]
_DAY = "deze dag: 2025-03-18, 2025-03 of 2025."
Since = Annotated[str, Field(alias="from", max_length=20, description=f"Vanaf {_DAY}", examples=["2024"])]
Until = Annotated[str, Field(alias="to", max_length=20, description=f"Tot en met {_DAY}", examples=["2025-06"])]


class AskedThemes(Asked):
    """Within which region and period, and which theme."""

    region: Region = ""
    theme: str = Field("", max_length=LONGEST_NAME, description="Alleen dit thema; dan met citaten.")
    since: Since = ""
    until: Until = ""
    as_of: AsOf = ""
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel paren van thema's en citaten hoogstens.")


@router.get("/themes", response_model=Themes, responses=problems(400, 404, 409))
def themes_of_initiatives(asked: Annotated[AskedThemes, Query()], question: Question) -> Response:
    """Initiatieven naar thema, met tellingen van bronnen; onbekend is iets anders dan geen thema."""
    return question.answer(
        lambda graph: themes(
            graph, region=asked.region, theme=asked.theme, since=asked.since, until=asked.until, as_of=asked.as_of,
            limit=asked.limit,
        )
    )  # fmt: skip
