"""Themes, gaps, gatherings and measures by command and over HTTP: the same answers, sheets and calendars."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import httpx
from icalendar import Calendar

from queries import Graph
from queries.analytics import measures
from queries.events import Wanted, agenda
from queries.events.calendar import calendar
from queries.gaps import gaps
from queries.themes import themes
from tests.api.conftest import Command


def test_each_route_and_command_gives_the_json_of_its_question(
    web: httpx.Client, samenspel: Command, neighbourhood: Graph
) -> None:
    asked = {
        ("themes?region=gemeente+Zutphen", "themes --region=Zutphen"): themes(neighbourhood, region="Zutphen"),
        (
            "themes?theme=zeggenschap&from=2024&as_of=2025",
            "themes --theme=zeggenschap --from=2024 --as-of=2025",
        ): themes(neighbourhood, theme="zeggenschap", since="2024", as_of="2025"),
        ("gaps?limit=3", "gaps --limit=3"): gaps(neighbourhood, limit=3),
        ("events?from=2025&to=2025-06", "events --from=2025 --to=2025-06"): agenda(
            neighbourhood, Wanted(since="2025", until="2025-06")
        ),
        ("events?near=Gorssel&km=30&limit=2", "events --near=Gorssel --km=30 --limit=2"): agenda(
            neighbourhood, Wanted(near="Gorssel", km=30), limit=2
        ),
        ("measures?by=degree&kind=persoon", "measures --by=degree --kind=persoon"): measures(
            neighbourhood, by="degree", kind="persoon"
        ),
    }
    for (address, words), answer in asked.items():
        got = web.get(f"/api/v1/{address}")
        assert (got.status_code, got.text) == (200, answer.json_text()), address
        assert samenspel(*words.split(), "--json").out == answer.json_text() + "\n", words


def test_the_calendar_comes_as_a_calendar_and_only_when_it_changed(web: httpx.Client, neighbourhood: Graph) -> None:
    first = web.get("/api/v1/events.ics")
    assert (first.status_code, first.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert first.text == calendar(neighbourhood).text
    assert Calendar.from_ical(first.content).walk("VEVENT")
    again = web.get("/api/v1/events.ics", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert web.get("/api/v1/events.ics?limit=3").status_code == 400


def test_what_makes_no_sense_is_a_problem_in_dutch(web: httpx.Client) -> None:
    for address, status in {
        "themes?region=Atlantis": 404, "themes?from=2025&to=2024": 400, "gaps?region=%21": 400, "events?km=0": 400,
        "events?from=gisteren": 400, "measures?by=pagerank": 400, "measures?kind=eenhoorn": 400, "gaps?as_of=x": 400,
    }.items():  # fmt: skip
        got = web.get(f"/api/v1/{address}")
        assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json"), address
        assert got.json()["detail"], address


def test_the_table_is_written_as_a_sheet(samenspel: Command, neighbourhood: Graph, tmp_path: Path) -> None:
    said = samenspel("themes", "--csv", str(tmp_path / "t.csv"))
    assert (said.status, said.out.startswith("Geschreven naar ")) == (0, True)
    text = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert {row["initiatief"]: row["aantal thema's"] for row in rows}["'t Naoberhoês"] == "3"
    assert samenspel("themes", "--csv", str(tmp_path / "u.csv"), "--csv-style", "pandas", "--sheet", "lift").status == 0
    assert (tmp_path / "u.csv").read_text().startswith("theme,other_theme,together,expected,lift,trusted\n")
    said = samenspel("themes", "--csv", str(tmp_path / "geen" / "t.csv"))
    assert (said.status, "is niet te schrijven" in said.err) == (2, True)


def test_the_agenda_is_written_as_a_calendar(samenspel: Command, neighbourhood: Graph, tmp_path: Path) -> None:
    said = samenspel("events", "--ics", str(tmp_path / "a.ics"))
    assert said.status == 0
    made = calendar(neighbourhood)
    assert f"Er staan {made.events} bijeenkomsten in; van {made.left_out} is de dag niet bekend" in said.out
    assert (tmp_path / "a.ics").read_bytes().decode() == made.text


def test_answers_are_told_in_dutch_with_quotes(samenspel: Command, neighbourhood: Graph) -> None:
    told = samenspel("themes", "--theme", "langer thuis wonen").out
    assert "noemt geen bron een thema: dat is onbekend" in told
    assert "“" in told
    told = samenspel("events").out
    assert "Wie wie treft" in told
    assert "“" in told
    assert "thema en plaats bekend" in samenspel("gaps").out
    told = samenspel("measures", "--limit", "3").out
    assert "ligt op " in told
    assert "verzonnen voorbeeld" in told
