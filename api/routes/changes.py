"""``/changes``: what changed since a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, AskedPage, Question, problems
from queries.changes import DEFAULT_LIMIT, changes
from queries.results.changes import Changes

router = APIRouter()


class AskedChanges(AskedPage):
    """Since when, and about what."""

    since: str = Field(max_length=20, description="Vanaf deze dag: 2025-03-18, 2025-03 of 2025.", examples=["2025-07"])
    about: str = Field("", max_length=LONGEST_NAME, description="Alleen wat dit ding aangaat: een id of naam.")
    all: bool = Field(False, description="Ook wat alleen beter gelezen werd, en wat mensen besloten.")
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel veranderingen hoogstens.")


@router.get("/changes", response_model=Changes, responses=problems(400, 404, 409))
def changes_since(asked: Annotated[AskedChanges, Query()], question: Question) -> Response:
    """Wat er veranderde: wie erbij kwam of wegging, nieuwe en vervallen verbanden en gegevens, elk met zijn citaten."""
    return question.listed(
        asked,
        lambda graph, after, limit: changes(
            graph, asked.since, about=asked.about, everything=asked.all, after=after, limit=limit
        ),
    )
