"""When a gathering is: the lines that speak of it, and the first date and time that they give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.dates import Bound, Calendar, Unit, find_dates
from ingest.extract.lexicon.folding import folded
from ingest.extract.moment import EXACT, Moment, Passage, Passages, Told, date_from, sentences_of, time_from, whole
from ingest.extract.page_times import BEGINS, times_of_agenda, times_of_page, times_of_programme
from ingest.extract.scene import Scene
from ingest.extract.times import find_times

# As a date may write it: "2024", "'24", "1/6/24". It begins with one set of characters, so a search costs little.
_YEAR = re.compile(r"['’‘`´\d](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<!\d)\d\d|(?<=\d)[/.-]\d\d?[/.-]\d\d)")
_ISSUE = re.compile(r"\b(?:19|20)\d\d\b")
# That they met: of such a sentence a day with its date is the day of it, too.
_MET = re.compile(
    r"\b(?:kwam(?:en)?|troffen|waren|zaten) [^.]{0,90}\b(?:bijeen|bij elkaar|samen|elkaar)\b"
    r"|\bvond(?:en)? [^.]{0,90}\bplaats\b|\bwerd(?:en)? [^.]{0,90}\b(?:gehouden|georganiseerd)\b"
)
_MOST_LEAD = 3
_SEEN_FROM = (Unit.DAY, Unit.WEEKDAY, Unit.NAMED_DAY, Unit.WEEK)


@dataclass(frozen=True, slots=True)
class Almanac:
    """What a page says of all its gatherings: the years of its dates, and the times that every one of them has."""

    calendar: Calendar
    begins: Told | None = None
    ends: Told | None = None


def almanac_of(scene: Scene) -> Almanac:
    """What the page says of years and of the times of its agenda."""
    return Almanac(calendar_of(scene), *times_of_agenda(scene))


def calendar_of(scene: Scene) -> Calendar:
    """What the page says of years."""
    sheet = scene.sheet
    # Only days with their year count here.
    texts = [line.block.text for line in sheet.order if line.numbered and _YEAR.search(line.block.text)]
    marked = [item.first("datetime") for item in sheet.page.structured if item.source == "time" and item.block >= 0]
    texts += [told.value[:EXACT] for told in marked if told is not None]
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
        said += [p for line in lead[:_MOST_LEAD] for p in sentences_of(line)]
    for index, number, i, j in scene.spots[n]:
        line = scene.sheet.lines[index]
        if line.block.kind == "title" or any(p.line is line for p in own):
            continue
        a, z = line.sentences[number]
        name = Passage(line, line.begins[i], line.ends[j - 1])
        if find_dates(name.text):
            said.insert(0, name)
        said.append(Passage(line, line.begins[a], line.ends[z - 1]))
    return [p for p in own if not p.posted], [p for p in said if not p.posted]


def moment_of(scene: Scene, n: int, almanac: Almanac, passages: Passages) -> Moment:
    """When a gathering is, from the page's data first, then from its own lines, then from where it is named."""
    own, said = passages
    moment = _borne_out(_from_data(scene, n), [*own, *said], almanac.calendar)
    if n == scene.main and moment.date is None:
        _looked_back_on(own, said[:_MOST_LEAD], almanac.calendar, moment)
    for passage in [*own, *said]:
        if moment.date is None or len(moment.date.value) < EXACT:
            date_from(passage, almanac.calendar, moment)
    if moment.date is None and not own:
        _day_before(scene, n, almanac.calendar, moment)
    for passage in _begin_told_first(own) if own else said:
        if moment.begins is None:
            time_from(passage, moment)
    if moment.begins is None and not own:
        _time_after(scene, n, moment)
    if n in (scene.main, scene.only):
        times_of_page(scene, moment)
        times_of_programme(scene, moment)
    elif moment.begins is None and almanac.begins is not None and n in scene.owned:
        moment.begins, moment.ends = almanac.begins, almanac.ends
    return moment


def _borne_out(data: Moment, passages: list[Passage], calendar: Calendar) -> Moment:
    """What the page's data say, unless its text gives other days and never that one: then the text goes first."""
    if data.date is None:
        return data
    told = [day for passage in passages for day in _days(passage, calendar)]
    return Moment(denied=data) if told and data.date.value not in told else data


def _days(passage: Passage, calendar: Calendar) -> list[str]:
    """The days, to the day, between which a passage says that something is."""
    text = passage.text
    mentions = [m for m in find_dates(text) if m.bound is Bound.AT and not m.rhythm]
    meant = [calendar.resolve_in(mention, text) for mention in mentions]
    return [day for one in meant for day in (one.start, one.end) if len(day) == EXACT]


def _begin_told_first(passages: list[Passage]) -> list[Passage]:
    """Those that call their time the beginning, then the rest: a row before it may be for whoever comes early."""
    if len(passages) == 1:
        return passages
    return sorted(passages, key=lambda passage: BEGINS.search(passage.text) is None)


def _looked_back_on(own: list[Passage], said: list[Passage], calendar: Calendar, moment: Moment) -> None:
    """A day that the first sentences see from the day of writing: the date above the text is that of the writing.

    Lines that give a time are about the gathering, unless they tell when the page was posted; those that do are taken
    out of its ``own``.
    """
    if any(find_times(passage.text) and not _is_of(calendar.posted, passage) for passage in own):
        return
    for passage in said:
        met = _MET.search(passage.text) is not None
        for mention in find_dates(passage.text):
            seen = mention.relative is not None and mention.relative.unit in _SEEN_FROM
            if not (seen or met) or mention.bound is not Bound.AT:
                continue
            meant = calendar.resolve_in(mention, passage.text)
            if len(meant.start) == EXACT and meant.start < (calendar.posted or calendar.issue):
                moment.date = Told(meant.start, *passage.span(mention.start, mention.end), meant.stated)
                own[:] = [passage for passage in own if not _is_of(calendar.posted, passage)]
                return


def _is_of(day: str, passage: Passage) -> bool:
    return bool(day) and any(Calendar().resolve(mention).start == day for mention in find_dates(passage.text))


def _day_before(scene: Scene, n: int, calendar: Calendar, moment: Moment) -> None:
    """The only day of the sentence right before the one that names the gathering, unless that tells of another."""
    for index, number, _, _ in scene.spots[n][:1]:
        line = scene.sheet.lines[index]
        if not number or any(scene.kinds[m] == "Event" for _, _, m in scene.sentences.get((index, number - 1), ())):
            return
        a, z = line.sentences[number - 1]
        passage = Passage(line, line.begins[a], line.ends[z - 1])
        if len(find_dates(passage.text)) == 1:
            date_from(passage, calendar, moment)


def _time_after(scene: Scene, n: int, moment: Moment) -> None:
    """A time in one of the sentences right behind one that names the gathering, before another one is spoken of."""
    for index, number, _, _ in scene.spots[n]:
        line = scene.sheet.lines[index]
        if line.block.kind == "title":
            continue
        for s in range(number + 1, min(number + 1 + _MOST_LEAD, len(line.sentences))):
            others = {m for _, _, m in scene.sentences.get((index, s), ()) if scene.kinds[m] == "Event" and m != n}
            a, z = line.sentences[s]
            passage = Passage(line, line.begins[a], line.ends[z - 1])
            if others or any(not mention.rhythm for mention in find_dates(passage.text)):
                break
            told = Moment()
            time_from(passage, told)
            moment.begins = moment.begins or told.begins
            moment.ends = moment.ends or told.ends
        if moment.begins is not None:
            return


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
