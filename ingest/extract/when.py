"""When a gathering is: the lines that speak of it, and the first date and time that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.dates import Bound, Calendar, Tense, find_dates, tense_of
from ingest.extract.lexicon.folding import folded
from ingest.extract.scene import Scene
from ingest.extract.structure import is_programme_row
from ingest.extract.times import TimeRole, event_times, find_times
from ingest.extract.tokens import Line
from ingest.extract.words import is_posted

_DIGIT = re.compile(r"\d")
_ISSUE = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_LEAD = 3
_LEAST_ROWS = 2
_WALK_IN = re.compile(r"\b(?:inloop|inlopen|binnenlopen|ontvangst|welkom|koffie|registratie|zaal open|deuren open)\b")
_CLOSES = re.compile(r"\b(?:afsluiting|sluiting|einde|afronding|slot|naar huis|licht uit|tot ziens)\b")
# Words that make a time hold for all gatherings of an agenda.
_OF_ALL = re.compile(r"\b(?:alle|elke?|iedere?|steeds|telkens|altijd|meestal|beide)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the stored span that gives it, and whether the page states it or it was inferred."""

    value: str
    start: int
    end: int
    stated: bool = True


@dataclass(slots=True)
class Moment:
    """Start and end of a gathering as far as they are told: dates in EDTF, times as HH:MM."""

    date: Told | None = None
    until: Told | None = None
    begins: Told | None = None
    ends: Told | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a line: characters ``a``–``z`` of its block's text."""

    line: Line
    a: int
    z: int

    @property
    def text(self) -> str:
        return self.line.block.text[self.a : self.z]

    @property
    def posted(self) -> bool:
        """Whether it tells when the page was made."""
        return self.line.posted and is_posted(self.text)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """The stored span of characters ``i``–``j`` of the passage."""
        return self.line.block.span(self.a + i, self.a + j)


Passages = tuple[list[Passage], list[Passage]]


@dataclass(frozen=True, slots=True)
class Almanac:
    """What a page says of all its gatherings: the years of its dates, and the times that every one of them has."""

    calendar: Calendar
    begins: Told | None = None
    ends: Told | None = None


def almanac_of(scene: Scene) -> Almanac:
    """What the page says of years and of the times of its agenda."""
    return Almanac(calendar_of(scene), *_times_of_agenda(scene))


def calendar_of(scene: Scene) -> Calendar:
    """What the page says of years."""
    sheet = scene.sheet
    # Only days with their year count here, and a year has digits.
    texts = [line.block.text for line in sheet.order if _DIGIT.search(line.block.text)]
    issue = ""
    if not sheet.page.published:
        head = [line for line in sheet.order[:6] if len(line.block.text) < 120]
        for line in head:
            told = next((m for m in find_dates(line.block.text) if m.has_year), None)
            if told is not None:
                issue = Calendar().resolve(told).start
                break
            year = _ISSUE.search(line.block.text)
            if year:
                issue = year[0]
                break
    return Calendar.of_page(texts, sheet.page.published or "", issue)


def whole(line: Line) -> Passage:
    return Passage(line, 0, len(line.block.text))


def passages_of(scene: Scene, n: int) -> Passages:
    """The passages about a gathering: its own lines (header, row, section), then sentences that name it."""
    sheet = scene.sheet
    own = [whole(line) for line in scene.owned.get(n, ())]
    said: list[Passage] = []
    if n == scene.main and not own:
        if sheet.title is not None:
            own.append(whole(sheet.title))
        own += [whole(sheet.lines[x]) for x in sheet.header]
        lead = [x for x in sheet.order if x.index >= sheet.first and x.block.kind == "paragraph"]
        said += [p for line in lead[:_MOST_LEAD] for p in _sentences(line)]
    for index, number, i, j in scene.spots[n]:
        line = scene.line(index)
        if line.block.kind == "title" or any(p.line is line for p in own):
            continue
        a, z = line.sentences[number]
        name = Passage(line, line.begins[i], line.ends[j - 1])
        if find_dates(name.text):
            said.insert(0, name)
        said.append(Passage(line, line.begins[a], line.ends[z - 1]))
    return [p for p in own if not p.posted], [p for p in said if not p.posted]


def _sentences(line: Line) -> list[Passage]:
    return [Passage(line, line.begins[a], line.ends[z - 1]) for a, z in line.sentences]


def moment_of(scene: Scene, n: int, almanac: Almanac, passages: Passages) -> Moment:
    """When a gathering is, from the page's data first, then from its own lines, then from where it is named."""
    moment = _from_data(scene, n)
    own, said = passages
    for passage in [*own, *said]:
        if moment.date is None or len(moment.date.value) < 10:
            _date_from(passage, almanac.calendar, moment)
    for passage in own if own else said:
        if moment.begins is None:
            _time_from(passage, moment)
    if moment.begins is None and not own:
        _time_after(scene, n, moment)
    if n in (scene.main, scene.only):
        _times_of_page(scene, moment)
        _times_of_programme(scene, moment)
    elif moment.begins is None and almanac.begins is not None and n in scene.owned:
        moment.begins, moment.ends = almanac.begins, almanac.ends
    return moment


def _time_after(scene: Scene, n: int, moment: Moment) -> None:
    """A time in one of the sentences right behind one that names the gathering, before another one is spoken of."""
    for index, number, _, _ in scene.spots[n]:
        line = scene.line(index)
        if line.block.kind == "title":
            continue
        for s in range(number + 1, min(number + 1 + _MOST_LEAD, len(line.sentences))):
            others = {m for _, _, m in scene.sentences.get((index, s), ()) if scene.kind(m) == "Event" and m != n}
            a, z = line.sentences[s]
            passage = Passage(line, line.begins[a], line.ends[z - 1])
            if others or any(not mention.rhythm for mention in find_dates(passage.text)):
                break
            told = Moment()
            _time_from(passage, told)
            moment.begins = moment.begins or told.begins
            moment.ends = moment.ends or told.ends
        if moment.begins is not None:
            return


def _times_of_programme(scene: Scene, moment: Moment) -> None:
    """Of a page about one gathering the first row of its programme that is no walk-in, and the row that closes it."""
    rows = [x for x in scene.sheet.order if is_programme_row(x)]
    if scene.rows or len(scene.sections) > 1 or len(rows) < _LEAST_ROWS or moment.begins is not None:
        return
    told = [(line, find_times(line.block.cells[0].text)) for line in rows]
    for line, times in told:
        if times and times[0].begins and not _WALK_IN.search(line.block.text.lower()):
            moment.begins = Told(times[0].begins, *line.block.span(times[0].start, times[0].end))
            break
    line, times = told[-1]
    if times and moment.ends is None and (times[0].ends or _CLOSES.search(line.block.text.lower())):
        moment.ends = Told(times[0].ends or times[0].begins, *line.block.span(times[0].start, times[0].end))


def _times_of_agenda(scene: Scene) -> tuple[Told | None, Told | None]:
    """Times that hold for every gathering of an agenda: the only ones that stand outside its items."""
    if len({*scene.rows.values(), *scene.sections.values()}) < 2:
        return None, None
    told: list[Moment] = []
    of_all: list[Moment] = []
    for line in scene.sheet.order:
        if line.index in scene.rows or line.block.section in scene.sections or line.block.kind == "row":
            continue
        for passage in () if line.posted else _sentences(line):
            one = Moment()
            _time_from(passage, one)
            if one.begins is not None:
                (of_all if _OF_ALL.search(passage.text) else told).append(one)
    told = of_all or told
    if len({(one.begins.value, one.ends.value if one.ends else "") for one in told if one.begins}) == 1:
        return told[0].begins, told[0].ends
    return None, None


def _times_of_page(scene: Scene, moment: Moment) -> None:
    """Times of the page's own gathering that stand in its text: of a page about one gathering, the first that fits."""
    if scene.rows or len(scene.sections) > 1:
        return
    for line in scene.sheet.order:
        if line.block.kind in ("title", "meta", "taxonomy", "row") or line.posted:
            continue
        for passage in _sentences(line) if moment.begins is None or moment.ends is None else ():
            told = Moment()
            _time_from(passage, told)
            ends_only = told.begins is None and told.ends is not None
            if told.begins is not None and moment.begins is None and moment.ends is None:
                moment.begins, moment.ends = told.begins, told.ends
            elif ends_only and moment.ends is None:
                moment.ends = told.ends


def _date_from(passage: Passage, calendar: Calendar, moment: Moment) -> None:
    text = passage.text
    tense = tense_of(text)
    for mention in find_dates(text):
        if mention.bound is not Bound.AT or mention.rhythm:
            continue
        meant = calendar.resolve(mention, tense or Tense.UNKNOWN)
        if not meant.start or (moment.date is not None and len(meant.start) <= len(moment.date.value)):
            continue
        a, z = passage.span(mention.start, mention.end)
        moment.date = Told(meant.start, a, z, meant.stated)
        if meant.end and meant.end != meant.start:
            moment.until = Told(meant.end, a, z, meant.stated)
        if len(meant.start) == 10:
            return


def _time_from(passage: Passage, moment: Moment) -> None:
    times = find_times(passage.text)
    begins, ends = event_times(times)
    if not begins and not ends:
        return
    used = [t for t in times if t.role not in (TimeRole.OPENING_HOURS, TimeRole.POSTED)]
    a, _ = passage.span(used[0].start, used[0].end)
    _, z = passage.span(used[-1].start, used[-1].end)
    if begins:
        moment.begins = Told(begins, a, z)
    if ends:
        moment.ends = Told(ends, a, z)


def _from_data(scene: Scene, n: int) -> Moment:
    moment = Moment()
    thing = scene.things[n]
    for item in scene.sheet.events:
        name = item.first("name")
        named = name is not None and folded(name.value) in thing.keys
        titled = n == scene.main and (name is None or folded(name.value) == folded(scene.sheet.page.title))
        if not (named or titled):
            continue
        for field, date, clock in (("startDate", "date", "begins"), ("endDate", "until", "ends")):
            told = item.first(field)
            if told is None or not told.value[:4].isdigit():
                continue
            day, _, time = told.value.partition("T")
            setattr(moment, date, Told(day[:10], told.start, told.end))
            if len(time) >= 5:
                setattr(moment, clock, Told(time[:5], told.start, told.end))
        if moment.date and moment.until and moment.until.value == moment.date.value:
            moment.until = None
    return moment
