"""``/documents`` and ``/claims``: the sources, and what they say."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, Question, problems
from queries import Graph
from queries.documents import Source, document
from queries.evidence import claim
from queries.results import Claim

router = APIRouter()

SourceId = Annotated[
    str,
    Path(
        max_length=LONGEST_NAME, description="Het id van een bron, of haar titel.", examples=["Over Buurtkring Noord"]
    ),
]
ClaimId = Annotated[str, Path(max_length=LONGEST_NAME, description="Het id van een bewering.")]


@router.get("/documents/{id}", response_model=Source, responses=problems(400, 404, 409))
def one_source(id: SourceId, asked: Annotated[Asked, Query()], question: Question) -> Response:
    """Een bron: de bewaarde tekst, en alles wat erin gelezen is met de plaats van elk citaat."""
    return question.answer(lambda graph: document(graph, id))


@router.get("/claims/{id}", response_model=Claim, responses=problems(400, 404))
def one_claim(id: ClaimId, asked: Annotated[Asked, Query()], question: Question) -> Response:
    """Wat één bron zegt, met het citaat; ook als de bron het intussen niet meer zegt."""

    def ask(graph: Graph) -> tuple[str, int]:
        # The version before the answer: what is newer than its ETag is fetched once too often, never too little.
        version = question.serving.version()
        return claim(graph, id).json_text(), version

    return question.text(ask)
