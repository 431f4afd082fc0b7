"""``/events`` and ``/events.ics``: the agenda, and the same as a calendar to subscribe to."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.routes.answering import LONGEST_NAME, Asked, AskedPage, Question, problems
from api.routes.themes import Region, Since, Until
from queries import Graph
from queries.events import DEFAULT_LIMIT, Wanted, agenda
from queries.results.events import Agenda

router = APIRouter()
CALENDAR = "text/calendar; charset=utf-8"


class AskedCalendar(Asked):
    """Which gatherings."""

    since: Since = ""
    until: Until = ""
    theme: str = Field("", max_length=LONGEST_NAME, description="Alleen over dit thema: een id of naam.")
    region: Region = ""
    near: str = Field("", max_length=LONGEST_NAME, description="Alleen in de buurt van dit ding: een id of naam.")
    km: float = Field(15.0, gt=0, le=400, description="Straal in kilometers, bij `near`.")
    organisation: str = Field(
        "", max_length=LONGEST_NAME, description="Alleen waar deze organisatie of persoon deel aan heeft."
    )

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            since=self.since, until=self.until, theme=self.theme, region=self.region, near=self.near, km=self.km,
            organisation=self.organisation,
        )  # fmt: skip


class AskedEvents(AskedCalendar, AskedPage):
    """Which gatherings, and how many."""

    limit: int = Field(DEFAULT_LIMIT, ge=1, le=1000, description="Hoeveel bijeenkomsten hoogstens.")


@router.get("/events", response_model=Agenda, responses=problems(400, 404, 409))
def events(asked: Annotated[AskedEvents, Query()], question: Question) -> Response:
    """Bijeenkomsten met wanneer, waar en wie er deel aan heeft: eerst wat komt, dan wat geweest is; wie wie treft."""
    return question.listed(asked, lambda graph, after, limit: agenda(graph, asked.wanted, after=after, limit=limit))


@router.get(
    "/events.ics",
    response_class=Response,
    responses={200: {"description": "De agenda.", "content": {"text/calendar": {}}}, **problems(400, 404, 409)},
)
def events_calendar(asked: Annotated[AskedCalendar, Query()], question: Question) -> Response:
    """Dezelfde bijeenkomsten als agenda (iCalendar) om op te abonneren; zonder bekende dag staan zij er niet in."""

    def made(graph: Graph) -> tuple[str, int]:
        from queries.events.calendar import calendar

        found = calendar(graph, asked.wanted)
        return found.text, found.version

    response = question.text(made)
    if response.status_code == 200:
        response.headers["content-type"] = CALENDAR
    return response
