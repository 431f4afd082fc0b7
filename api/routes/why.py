"""``/why``: how two things are linked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AsOf, Question, problems
from queries.results import Why
from queries.why import DEFAULT_PATHS, why

router = APIRouter()


class AskedWhy(Asked):
    """Between what, and how many ways."""

    origin: str = Field(
        alias="from", max_length=LONGEST_NAME, description="Waar de weg begint: een id of naam.",
        examples=["Voorzorgcirkel Deventerweg"],
    )  # fmt: skip
    target: str = Field(
        alias="to", max_length=LONGEST_NAME, description="Waar de weg eindigt: een id of naam.",
        examples=["De Wilgenhof"],
    )  # fmt: skip
    max: int = Field(DEFAULT_PATHS, ge=1, le=10, description="Hoeveel wegen hoogstens.")
    through: str = Field(
        "", max_length=80, description="Ook via `plaatsen`, `thema's` of `bronnen`, met komma's ertussen."
    )
    as_of: AsOf = ""


@router.get("/why", response_model=Why, responses=problems(400, 404, 409))
def why_linked(asked: Annotated[AskedWhy, Query()], question: Question) -> Response:
    """Hoe twee dingen verbonden zijn, stap voor stap met citaten; anders wat er het dichtst bij komt."""
    return question.answer(
        lambda graph: why(graph, asked.origin, asked.target, paths=asked.max, through=asked.through, as_of=asked.as_of)
    )
