"""``/near``: initiatives near a care organisation."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, AskedPage, AsOf, Question, problems
from ingest.gazetteer.finding import spots
from queries.near import DEFAULT_KM, DEFAULT_LIMIT, near
from queries.results import Near

router = APIRouter()


class AskedNear(AskedPage):
    """Near what, and how near."""

    thing: str = Field(
        max_length=LONGEST_NAME, examples=["De Wilgenhof"],
        description="Een id, een naam in elke spelling, woorden, of een adres: `Dorpsstraat 3, Nuenen`.",
    )  # fmt: skip
    km: float = Field(DEFAULT_KM, gt=0, le=400, description="Straal in kilometers.")
    theme: str = Field("", max_length=LONGEST_NAME, description="Alleen initiatieven rond dit thema of trefwoord.")
    form: str = Field("", max_length=LONGEST_NAME, description="Alleen met deze vorm: `zorgcoöperatie`, `coöperatie`.")
    fresh: int = Field(0, ge=0, le=600, description="Alleen wat de laatste zoveel maanden gezien of bevestigd is.")
    as_of: AsOf = ""
    explain: bool = Field(False, description="Ook waar elke score uit bestaat.")
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel initiatieven hoogstens.")


@router.get("/near", response_model=Near, responses=problems(400, 404, 409))
def near_thing(asked: Annotated[AskedNear, Query()], question: Question) -> Response:
    """Initiatieven in de buurt, geordend naar afstand en naar wat hen verbindt, elk met de redenen."""
    return question.listed(
        asked,
        lambda graph, after, limit: near(
            graph,
            asked.thing,
            km=asked.km,
            theme=asked.theme,
            form=asked.form,
            fresh=asked.fresh,
            as_of=asked.as_of,
            after=after,
            limit=limit,
            explain=asked.explain,
            places=spots,
        ),
    )
