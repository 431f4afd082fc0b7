"""``/map``: the network, or what is around one thing, with a place for everything."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AsOf, Question, problems
from queries.map import MOST
from visualizations.drawing import DrawnMap, draw

router = APIRouter()


class AskedMap(Asked):
    """A map of what."""

    thing: str = Field(
        "", max_length=LONGEST_NAME, description="Wat in het midden staat; leeg: het hele netwerk.",
        examples=["Buurtkring Noord"],
    )  # fmt: skip
    steps: int = Field(2, ge=1, le=2, description="Zoveel stappen rond dat ding.")
    limit: int | None = Field(
        None, ge=1, le=MOST, description="Hoeveel dingen hoogstens; anders 2000, en rond één ding 150."
    )
    as_of: AsOf = ""


@router.get("/map", response_model=DrawnMap, responses=problems(400, 404, 409))
def drawn_map(asked: Annotated[AskedMap, Query()], question: Question) -> Response:
    """De dingen met de meeste verbanden, of wat er rond één ding is, elk met zijn plaats op de kaart."""
    if asked == AskedMap():
        return question.text(question.serving.whole_map)
    return question.answer(
        lambda graph: draw(graph, asked.thing, steps=asked.steps, limit=asked.limit, as_of=asked.as_of)
    )
