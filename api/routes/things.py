"""``/things``: one thing, and who or what it is linked with."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AskedPage, AsOf, Question, problems
from queries.links import links
from queries.results import Links, Shown
from queries.show import show

router = APIRouter()

ThingId = Annotated[
    str,
    Path(max_length=LONGEST_NAME, description="Een id (ook een oud), of een naam.", examples=["Buurtkring Noord"]),
]


class AskedThing(Asked):
    """How much of a thing."""

    as_of: AsOf = ""
    limit: int = Field(50, ge=1, le=1000, description="Hoeveel verbanden hoogstens.")


class AskedLinks(AskedPage):
    """Which links."""

    kind: str = Field(
        "", max_length=40, description="Alleen deze soort verband (`PARTNER_OF`) of dit soort ding (`persoon`)."
    )
    as_of: AsOf = ""
    known: str = Field(
        "", max_length=20, description="Wat op deze dag bekend was, wat er sindsdien ook bij kwam (traag).",
        examples=["2024-06-01"],
    )  # fmt: skip


@router.get("/things/{id}", response_model=Shown, responses=problems(400, 404, 409))
def one_thing(id: ThingId, asked: Annotated[AskedThing, Query()], question: Question) -> Response:
    """Eén ding: gegevens, de eerste verbanden, en de citaten waar ze op rusten."""
    return question.answer(lambda graph: show(graph, id, as_of=asked.as_of, limit=asked.limit))


@router.get("/things/{id}/links", response_model=Links, responses=problems(400, 404, 409))
def links_of_thing(id: ThingId, asked: Annotated[AskedLinks, Query()], question: Question) -> Response:
    """Met wie of wat een ding verbonden is: per soort verband, met data en citaten."""
    return question.listed(
        asked,
        lambda graph, after, limit: links(
            graph, id, kind=asked.kind, as_of=asked.as_of, known=asked.known, after=after, limit=limit
        ),
    )
