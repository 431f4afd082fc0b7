"""``/corrections``: a person confirms, refuses or replaces what a claim says, or takes that back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.dependencies import Here, at_least
from api.routes.answering import LONGEST_NAME, problems
from api.tokens import Role
from queries.corrections import Signed, confirm, correct, undo_correction
from queries.results import Correction

router = APIRouter()


class AskedCorrection(BaseModel):
    """A verdict on what a claim says."""

    model_config = ConfigDict(extra="forbid")

    claim: str = Field(
        max_length=LONGEST_NAME, description="Het id van de bewering.", examples=["b8269877e1de24ef52ff"]
    )
    verdict: Literal["confirmed", "refused", "replaced", "undone"] = Field(
        description="Klopt (`confirmed`), klopt niet (`refused`), moet anders (`replaced`), of neem terug (`undone`)."
    )
    to: str = Field("", max_length=2000, description="De waarde die ervoor in de plaats komt, bij `replaced`.")
    reason: str = Field("", max_length=2000, description="Waarom; verplicht bij `refused` en `replaced`.")
    by: str = Field(min_length=1, max_length=100, description="Wie dit zegt.", examples=["redactie"])


@router.post(
    "/corrections",
    response_model=Correction,
    responses=problems(400, 401, 403, 404, 413),
    dependencies=[Depends(at_least(Role.REVIEWER))],
)
def rule_on_claim(asked: AskedCorrection, here: Here) -> Response:
    """Een oordeel over wat een bewering zegt; het geldt voor alle pagina's die hetzelfde zeggen, en is terug te nemen.

    Het vraagt de sleutel van een nakijker.
    """
    done = _ruled(asked, here)
    return Response(done.json_text(), headers={"Cache-Control": "no-store"}, media_type="application/json")


def _ruled(asked: AskedCorrection, here: Here) -> Correction:
    signed = Signed(asked.by, datetime.now(UTC).isoformat(timespec="microseconds"), asked.reason)
    if asked.verdict == "undone":
        return undo_correction(here.graph, asked.claim)
    if asked.verdict == "confirmed":
        return confirm(here.graph, asked.claim, signed)
    return correct(here.graph, asked.claim, signed, to=asked.to if asked.verdict == "replaced" else "")
