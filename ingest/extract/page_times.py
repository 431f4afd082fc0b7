"""Times that a page gives outside the lines of a gathering: in its programme, for a whole agenda, in its text."""

from __future__ import annotations

import re

from ingest.extract.dates import find_dates
from ingest.extract.moment import Moment, Told, sentences_of, time_from
from ingest.extract.scene import Scene
from ingest.extract.structure import is_programme_row
from ingest.extract.times import find_times, may_hold_times
from ingest.extract.tokens import Line

BEGINS = re.compile(r"\baanvang\b", re.IGNORECASE)
_LEAST_ROWS = 2
_WALK_IN = re.compile(r"\b(?:inloop|inlopen|binnenlopen|ontvangst|welkom|koffie|registratie|zaal open|deuren open)\b")
_OPENS = re.compile(r"\b(?:opent|opening|aanvang)\b")
_CLOSES = re.compile(r"\b(?:afsluiting|sluiting|einde|afronding|slot|naar huis|licht uit|tot ziens)\b")
# Words that make a time hold for all gatherings of an agenda.
_OF_ALL = re.compile(r"\b(?:alle|elke?|iedere?|steeds|telkens|altijd|meestal|beide)\b", re.IGNORECASE)


def times_of_programme(scene: Scene, moment: Moment) -> None:
    """Of a page about one gathering the first row of its programme that is no walk-in, and the row that closes it."""
    rows = [x for x in scene.sheet.order if is_programme_row(x)]
    if scene.rows or len(scene.sections) > 1 or len(rows) < _LEAST_ROWS or moment.begins is not None:
        return
    told = [(line, find_times(line.block.cells[0].text)) for line in rows]
    for line, times in sorted(told, key=lambda row: _OPENS.search(row[0].block.text.lower()) is None):
        if times and times[0].begins and not _WALK_IN.search(line.block.text.lower()):
            moment.begins = Told(times[0].begins, *line.block.span(times[0].start, times[0].end))
            break
    line, times = told[-1]
    if times and moment.ends is None and (times[0].ends or _CLOSES.search(line.block.text.lower())):
        moment.ends = Told(times[0].ends or times[0].begins, *line.block.span(times[0].start, times[0].end))


def times_of_agenda(scene: Scene) -> tuple[Told | None, Told | None]:
    """Times that hold for every gathering of an agenda: the only ones that stand outside its items."""
    if len({*scene.rows.values(), *scene.sections.values()}) < 2:
        return None, None
    told: list[Moment] = []
    of_all: list[Moment] = []
    for line in scene.sheet.order:
        if line.index in scene.rows or line.block.section in scene.sections or line.block.kind == "row":
            continue
        for passage in () if line.posted or not may_hold_times(line.block.text) else sentences_of(line):
            one = Moment()
            time_from(passage, one)
            # A sentence with days of its own speaks of something else than the agenda.
            if one.begins is not None and not any(not mention.rhythm for mention in find_dates(passage.text)):
                (of_all if _OF_ALL.search(passage.text) else told).append(one)
    told = of_all or told
    if len({(one.begins.value, one.ends.value if one.ends else "") for one in told if one.begins}) == 1:
        return told[0].begins, told[0].ends
    return None, None


def times_of_page(scene: Scene, moment: Moment) -> None:
    """Times of the page's own gathering that stand in its text: of a page about one gathering, the first that fits."""
    if scene.rows or len(scene.sections) > 1:
        return
    for line in scene.sheet.order:
        if moment.begins is not None and moment.ends is not None:
            return
        if line.posted or not _tells_times(line) or not may_hold_times(line.block.text):
            continue
        for passage in sentences_of(line):
            told = Moment()
            time_from(passage, told)
            ends_only = told.begins is None and told.ends is not None
            if told.begins is not None and moment.begins is None and moment.ends is None:
                moment.begins, moment.ends = told.begins, told.ends
            elif ends_only and moment.ends is None:
                moment.ends = told.ends


def _tells_times(line: Line) -> bool:
    if line.block.kind == "meta":
        return BEGINS.match(line.block.text) is not None
    return line.block.kind not in ("title", "taxonomy", "row")
