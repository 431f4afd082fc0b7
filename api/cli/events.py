"""``samenspel events``: the agenda, as text or as a calendar for other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean
from api.cli.paging import after_option, show_page
from api.cli.parser import Options, day, number, whole
from api.cli.session import graph_of, paper_of, settings_of
from api.cli.sheets import say_written, write_file

if TYPE_CHECKING:
    from queries.results.events import Agenda, Gathering

_ABOUT = (
    "De agenda: bijeenkomsten met wanneer, waar, wie er deel aan heeft en waarover zij gaan, elk met citaat. Zonder "
    "periode eerst wat nog komt, dan wat geweest is. Met --ics een agendabestand (iCalendar) om op te abonneren."
)
_SHOWN_PARTS = 8


def command(words: Sequence[str]) -> int:
    """Show the agenda, or write it as a calendar."""
    wishes = _options().read(words)
    told = settings_of(wishes)
    from queries.events import Wanted, agenda

    wanted = Wanted(
        since=getattr(wishes, "from") or "", until=wishes.to or "", theme=wishes.theme, region=wishes.region,
        near=wishes.near, km=wishes.km, organisation=wishes.organisation,
    )  # fmt: skip
    with graph_of(told) as graph:
        if wishes.ics:
            from queries.events.calendar import calendar

            made = calendar(graph, wanted)
            write_file(Path(wishes.ics), made.text.encode("utf-8"))
            _say_calendar(paper_of(told), wishes, made.events, made.left_out)
            return 0
        return show_page(graph, told, wishes, partial(agenda, graph, wanted), _tell)


def _options() -> Options:
    options = Options("events", _ABOUT)
    options.option("--from", "vanaf deze dag: 2025-03-18, 2025-03 of 2025", type=day, metavar="DATUM")
    options.option("--to", "tot en met deze dag", type=day, metavar="DATUM")
    options.option("--theme", "alleen over dit thema", metavar="THEMA", default="")
    options.option("--region", "alleen in deze provincie, gemeente of plaats", metavar="STREEK", default="")
    options.option("--near", "alleen in de buurt van dit ding", metavar="DING", default="")
    options.option("--km", "straal bij --near (standaard 15)", type=number(0, 400), default=15.0, metavar="KM")
    options.option(
        "--organisation", "alleen waar deze organisatie of persoon deel aan heeft", metavar="WIE", default=""
    )
    options.option("--ics", "schrijf alles als agendabestand (iCalendar)", metavar="BESTAND", default="")
    options.option("--limit", "zoveel hooguit (standaard 50)", type=whole(1, 1000), default=50, metavar="N")
    after_option(options)
    return options


def _say_calendar(paper: Paper, wishes: Namespace, events: int, left_out: int) -> None:
    if wishes.ics == "-":
        return
    say_written(paper, wishes.ics)
    paper.line(f"Er staan {events} bijeenkomsten in; van {left_out} is de dag niet bekend, die staan er niet in.")


def _tell(found: Agenda, paper: Paper, invented: Collection[str], before: int) -> None:
    from api.cli.telling import tell_rest

    paper.line(found.message)
    over = False
    for item in found.items:
        if item.past and not over and not found.period:
            paper.raw("")
            paper.heading("Geweest")
            over = True
        _tell_gathering(item, paper, invented)
    tell_rest(before + len(found.items), found.total, paper, f"verder met --after {found.next}")
    if found.meetings:
        paper.raw("")
        paper.heading("Wie wie treft")
        for meeting in found.meetings:
            paper.line(f"{clean(meeting.words)}.", 2)
        tell_rest(len(found.meetings), found.meetings_total, paper)


def _tell_gathering(item: Gathering, paper: Paper, invented: Collection[str]) -> None:
    from api.cli.telling import INVENTED, tell_claims
    from queries.field_words import value_words
    from queries.geography import shown_km

    paper.raw("")
    notes = [value_words("status", item.status)] if item.status in ("moved", "cancelled") else []
    notes += ["online"] if item.mode == "online" else []
    notes += [shown_km(item.distance_km)] if item.distance_km is not None else []
    notes += [item.id, *([INVENTED] if item.id in invented else [])]
    paper.raw(f"{paper.bold(clean(item.name))}  {paper.dim(' · '.join(notes))}")
    where = ", ".join(dict.fromkeys(
        clean(part) for part in (item.venue, item.address, *(place.name for place in item.places)) if part
    ))  # fmt: skip
    paper.line(f"{item.when}{where and ': ' + where}", 2)
    for part in item.parts[:_SHOWN_PARTS]:
        paper.line(f"{clean(part.words)} {clean(part.thing.name)}", 2)
    if len(item.parts) > _SHOWN_PARTS:
        paper.line(f"… en nog {len(item.parts) - _SHOWN_PARTS}", 2)
    if item.themes:
        paper.line(f"over {', '.join(clean(theme.name) for theme in item.themes)}", 2)
    tell_claims(item.claims, paper, 4)
