"""How every route of the API answers: the JSON that the command of the same question prints, with its ETag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Protocol, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from api import conditional
from api.dependencies import Asker, Here
from api.models import Problem
from api.serving import Serving
from api.tokens import Role
from queries import Graph
from queries.paging import resumed
from queries.results import Page
from queries.results.cursors import LONGEST as LONGEST_CURSOR
from queries.results.cursors import cursor

P = TypeVar("P", bound=Page)
LONGEST_NAME = 300


class Answer(Protocol):
    """An answer of ``queries``: JSON, and the version of the graph that it saw."""

    @property
    def version(self) -> int: ...
    def json_text(self) -> str: ...


class Asked(BaseModel):
    """The parameters of a question; a parameter that it does not have is refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class AskedPage(Asked):
    """The parameters of a list."""

    after: str = Field(
        "", max_length=LONGEST_CURSOR, description="Waar de lijst verdergaat: `next` van het antwoord ervoor."
    )
    limit: int = Field(50, ge=1, le=1000, description="Hoeveel regels hoogstens.")


AsOf = Annotated[
    str,
    Field(max_length=20, description="Alleen wat op deze dag gold: 2025-03-18, 2025-03 of 2025.", examples=["2024"]),
]
Thing = Annotated[
    str,
    Query(
        max_length=LONGEST_NAME,
        description="Een id, een naam in elke spelling, of woorden.",
        examples=["'t Naoberhoês"],
    ),
]


@dataclass(frozen=True, slots=True)
class Asking:
    """One question over HTTP."""

    request: Request
    serving: Serving
    role: Role

    def answer(self, ask: Callable[[Graph], Answer]) -> Response:
        """The answer as JSON, or only that it did not change."""
        return self.text(lambda graph: _text(ask(graph)))

    def listed(self, asked: AskedPage, ask: Callable[[Graph, int, int], P]) -> Response:
        """The part of a list that is asked for; ``ask`` gives so many rows (the last) from a number of rows on."""
        at = cursor(asked.after)
        return self.answer(lambda graph: resumed(partial(ask, graph), at, asked.limit))

    def text(self, ask: Callable[[Graph], tuple[str, int]]) -> Response:
        """The same, of an answer that comes as JSON with its version."""
        graph = self.serving.graph
        if conditional.asks_for_change(self.request):
            tag = self._tag(self.serving.version())
            if conditional.is_known(self.request, tag):
                return Response(status_code=304, headers=conditional.headers(tag))
        text, version = ask(graph)
        return Response(text, headers=conditional.headers(self._tag(version)), media_type="application/json")

    def _tag(self, version: int) -> str:
        return conditional.etag(version, self.serving.program, "nl", self.role.value)


def _text(answer: Answer) -> tuple[str, int]:
    return answer.json_text(), answer.version


async def _asking(request: Request, serving: Here, role: Asker) -> Asking:
    return Asking(request, serving, role)


Question = Annotated[Asking, Depends(_asking)]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What else a route may answer, for the documentation."""
    told = {
        304: "Niet veranderd sinds het antwoord met deze ETag.",
        400: "Een parameter klopt niet.",
        401: "De sleutel is niet bekend, of ontbreekt.",
        403: "Deze sleutel mag dit niet, of de vraag doet iets dat hier niet mag.",
        404: "Er is niets dat zo heet.",
        409: "Er is meer dan één ding dat zo heet; `candidates` noemt ze.",
        413: "Wat gestuurd werd, is te groot.",
        414: "Het adres is te lang.",
        415: "Wat gestuurd werd, is van een soort die hier niet gelezen wordt.",
        422: "Wat gestuurd werd, is niet te lezen.",
        429: "Te veel vragen tegelijk, of te snel na elkaar.",
        503: "De graaf is niet bereikbaar.",
    }
    described: dict[int | str, dict[str, Any]] = {304: {"description": told[304]}}
    always = (401, 414, 429, 503)
    return described | {status: {"model": Problem, "description": told[status]} for status in (*statuses, *always)}
