"""``/review``: what waits for somebody to say whether it is one thing or two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, AskedPage, Question, problems
from queries import Graph
from queries.results import Review

router = APIRouter()


class AskedReview(AskedPage):
    """Which pairs."""

    about: str = Field(
        "", max_length=LONGEST_NAME, description="Alleen wat met dit ding te maken heeft: een id, naam of woorden."
    )
    limit: int = Field(20, ge=1, le=1000, description="Hoeveel tweetallen hoogstens.")


@router.get("/review", response_model=Review, responses=problems(400, 404, 409))
def waiting_pairs(asked: Annotated[AskedReview, Query()], question: Question) -> Response:
    """Wat misschien één ding is onder twee namen, met redenen en citaten; beslissen gaat met de opdrachtregel."""

    def ask(graph: Graph, after: int, limit: int) -> Review:
        from ingest.resolve.queue import review

        serving = question.serving
        kept = serving.queue.at(serving.version())
        return review(graph, asked.about, after=after, limit=limit, kept=kept)

    return question.listed(asked, ask)
