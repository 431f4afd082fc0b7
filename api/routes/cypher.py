"""``/cypher``: the researchers' door."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.dependencies import Here, at_least
from api.routes.answering import problems
from api.tokens import Role
from queries.door import LONGEST, ask
from queries.results.door import Table

router = APIRouter()


class AskedCypher(BaseModel):
    """A question in Cypher."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"query": "MATCH (i:Initiative) WHERE i.name CONTAINS $woord RETURN i.name LIMIT 10",
                          "parameters": {"woord": "Buurt"}}]
        },
    )  # fmt: skip

    query: str = Field(max_length=LONGEST, description="Eén vraag in Cypher, die alleen leest.")
    parameters: dict[str, Any] = Field(
        default_factory=dict, max_length=100, description="De waarden van de `$namen` in de vraag."
    )


@router.post(
    "/cypher",
    response_model=Table,
    responses=problems(400, 401, 403, 413),
    dependencies=[Depends(at_least(Role.REVIEWER))],
)
def ask_in_cypher(asked: AskedCypher, here: Here) -> Response:
    """Een eigen vraag aan de graaf, voor onderzoekers: alleen lezen, hoogstens 10 seconden en 10.000 rijen.

    Zij vraagt de sleutel van een nakijker. Het grootboek, met de teksten van bronnen, is langs deze weg niet te lezen.
    """
    found = ask(here.graph, asked.query, asked.parameters)
    return Response(found.json_text(), headers={"Cache-Control": "no-store"}, media_type="application/json")
