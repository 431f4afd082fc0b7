"""Candidates that are whole lines: the title, headings, rows and items of an agenda; names in structured data."""

from __future__ import annotations

import re

from ingest.extract.candidates import Pool
from ingest.extract.event_candidates import VAGUE
from ingest.extract.lazily import lazily
from ingest.extract.page_evidence import page_facts, title_facts
from ingest.extract.persons import looks_personal
from ingest.extract.structure import HEADINGS, Sheet, is_dated_title, is_programme_row
from ingest.extract.tokens import Line
from ingest.extract.words import DATED, DAY_DATED, MONTH, STARTS_DATED, WEEKDAY, classes_of
from ingest.page.model import Block, Item

_DATE_HEAD = lazily(
    rf"^(?:{WEEKDAY}\w*\s+)?\d{{1,2}}\.? {MONTH}(?: \d{{4}})?\s*(?:,[^:|]{{0,25}})?(?:[:|–-]|\.{{2,}})\s+|"
    rf"^\d{{4}}-\d\d-\d\d\s*[:|–-]\s*|"
    rf"^(?:{WEEKDAY}\w*|(?:elke|iedere) [^:|–]{{3,30}}|[^:|–]{{1,12}}{WEEKDAY} (?:van de|v\.?d\.?) maand)\s*[:|–-]\s+|"
    rf"^(?:avond|middag|dag|deel|sessie|webinar|les|module|bijeenkomst) \d{{1,2}}\s*[:|–-]\s+",
    re.IGNORECASE,
)
_DATE_TAIL = lazily(
    rf"^([A-ZÀ-Ý‘'“].{{4,80}}?)(?:,| –| -|:| op)? \(?(?:op )?(?:{WEEKDAY}\w* )?\d{{1,2}} {MONTH}(?: \d{{4}})?\b",
    re.IGNORECASE,
)
# A sentence that ends in a day: ``Het Berkelberaad is een vervolg op de ontmoeting van 14 maart``.
_SAYS = lazily(r" (?:is|was|zijn|waren|wordt|werd|vindt|vond|volgt|hebben|heeft|had|komt|kwam|gaat|ging) ")
# It comes back: ``elke dinsdag``, ``2e woensdag van de maand``, ``maandelijks``.
_RECURS = lazily(
    rf"\b(?:(?:elke|iedere|om de) [a-zë ]{{0,20}}(?:{WEEKDAY}|week|maand|ochtend|middag|avond)|"
    rf"(?:\d(?:e|ste|de)|eerste|tweede|derde|vierde|laatste) {WEEKDAY}s? (?:van de|van elke|v\.?d\.?|in de) ?maand|"
    rf"(?:dagelijks|wekelijks|tweewekelijks|maandelijks|jaarlijks)e?)\b",
    re.IGNORECASE,
)
# One of these stands in whatever that fits.
_OF_RHYTHMS = ("elke", "iedere", "om de", "maand", "lijks")
_CLOCK_ONLY = lazily(
    r"^\W*(?:van |om |vanaf )?\d{1,2}(?:[.:]\d\d)?(?: ?(?:-|–|tot) ?\d{1,2}[.:]\d\d)?(?: uur| u\.?)?\W*$"
)
_CLOCK_HEAD = lazily(
    r"^(?:(?:\d{1,2}[.:]\d\d(?: ?(?:-|–|tot) ?\d{1,2}[.:]\d\d)?(?: uur| u\.?)?|tijd n\.?[no]\.?[tb]\.?)"
    r"\s*[|,:–-]\s*)?"
    r"(?:(?:geannuleerd|afgelast|verplaatst|uitgesteld|let op|nieuwe datum|vol(?:geboekt)?|uitverkocht)!?"
    r"\s*[|:–-]\s*)?",
    re.IGNORECASE,
)
_QUESTION_HEAD = lazily(r"^(.{5,70}?[?!]) [A-ZÀ-Ý]")
_WITHOUT_PEOPLE = lazily(
    r",? met (?:[a-z]{4,} )?(?=[A-ZÀ-Ý])|,? met spullen|, (?=[A-ZÀ-Ý])|"
    r",? (?:georganiseerd door|een initiatief van|in samenwerking met) |"
    r",? (?:door|o\.l\.v\.|onder leiding van|verzorgd door) |"
    r",? (?:om|vanaf|van|aanvang) (?=\d{1,2}[.:]\d\d)|, (?=\d{1,2}[.:]\d\d)"
)
_BY_WHOM = lazily(r",? (?:georganiseerd door|een initiatief van|i\.s\.m\.|in samenwerking met) ")
_PARTED_PEOPLE = lazily(r",| en ")
# What stands where a title would stand when nothing is on, or nobody knows yet what.
_NO_TITLE = lazily(
    r"geen\b|(?:titel|thema|onderwerp|programma|nader|nog|vrij|vakantie|zomerstop|zomerreces|reces|pauze|gesloten|n\.?n?\.?t\.?b)\b"
    r"(?!.{40})",
    re.IGNORECASE,
)
# The heading of a list of gatherings.
_ALL_OF_THEM = lazily(r"alle (?:[\w-]+ )?[\w-]+(?:en|s)$", re.IGNORECASE)
_LEAD = lazily(r"^([^:,(|]{4,60}?)(?:[:,(|]| - | – )")
_PARTED = lazily(r"^(.{6,}?)\s*(?::| – | - |\|)\s*(.{4,})$")
_QUOTED = lazily(r"[‘'\"“](.{4,}?)[’'\"”]")
_MAX_WORDS = 12
_SHORTEST = 6
_MOST_HEADED = 140
_MOST_WHERE = 3


def add_titles(pool: Pool, sheet: Sheet) -> None:
    """All candidates of a page that are lines or large parts of them."""
    following: list[Line | None] = [*sheet.order[1:], None]
    entries = {entry.title.index for entry in sheet.entries}
    days = {entry.day.index for entry in sheet.entries}
    for above, line, nxt in zip([None, *sheet.order[:-1]], sheet.order, following, strict=True):
        kind, text = line.block.kind, line.block.text
        dated = kind in ("item", "label", "paragraph", "meta") and len(text) < 140 and line.dated
        if line.index in entries:
            _add_entry(pool, sheet, line, nxt)
            continue
        if is_programme_row(line) or (dated and above is not None and _is_when_and_where(line, above, nxt)):
            continue
        if line.index in days:
            continue
        nxt = None if nxt is not None and nxt.index in days else nxt
        if kind in HEADINGS or kind == "row" or dated or _is_headed(line) or (kind == "item" and len(line.words) < 9):
            _add_line(pool, sheet, line, nxt)
    if sheet.title is not None:
        _add_page_title(pool, sheet, sheet.title)
    _add_data(pool, sheet)


def _is_when_and_where(line: Line, above: Line, following: Line | None) -> bool:
    """Whether a line says of the one heading above it when that is, and no more than a name of where."""
    if above.block.kind != "heading" or STARTS_DATED.match(line.block.text) is None:
        return False
    rest = [word for word in line.words[2:] if word[:1].isupper()]
    if is_dated_title(line.block.text):
        return False
    alone = following is None or STARTS_DATED.match(following.block.text) is None
    return alone and len(rest) <= _MOST_WHERE and not any("event" in names for names in line.classes)


def _is_headed(line: Line) -> bool:
    """A line that begins with a day, a weekday, a rhythm or a number: a gathering of an agenda or programme."""
    short = len(line.block.text) < _MOST_HEADED
    return (short or line.block.kind in ("paragraph", "item")) and _DATE_HEAD.match(line.block.text) is not None


def _variants(sheet: Sheet, line: Line) -> list[tuple[str, str]]:
    """What of a line may be a title, and how it was found."""
    block, text = line.block, line.block.text
    if block.kind == "row":
        return _cells(block)
    if len(text) >= _MOST_HEADED:  # a gathering that is told of behind its name
        text = line.text(*line.sentences[0])
    found = []
    bare = _behind(_CLOCK_HEAD, _behind(_DATE_HEAD, text)).strip(" -–|.")
    if bare and bare != text and not (text.endswith(".") and _SAYS.search(bare)):
        found.append((bare, "dated"))
        short = _WITHOUT_PEOPLE.split(bare, maxsplit=1)[0]
        if short != bare and len(short) >= _SHORTEST:
            found[-1] = (bare, "long")
            found.append((short, "dated"))
    tailed = _DATE_TAIL.match(bare or text) if line.dated else None
    if tailed and _SAYS.search(tailed[1]) is None:
        found.append((tailed[1].strip(" ,–-"), "tailed"))
    question = _QUESTION_HEAD.match(bare or text)
    if question and bare != text:
        found.append((question[1], "dated"))
    if block.kind == "heading" or (block.kind == "title" and sheet.rows > 1):
        found.append((text, "head"))
    elif block.kind == "item" and len(text) < 70:
        found.append((text, "item"))
    lead = _LEAD.match(text)
    if lead and block.kind in ("item", "paragraph", "heading", "meta"):
        found.append((lead[1].strip(), "lead"))
    return found


def _behind(head: re.Pattern[str], text: str) -> str:
    """What stands behind the head of a text: all of it when it has none."""
    found = head.match(text)
    return text if found is None else text[found.end() :]


def _recurs(text: str) -> bool:
    """Whether a text tells a rhythm."""
    return any(map(text.lower().__contains__, _OF_RHYTHMS)) and _RECURS.search(text) is not None


def _cells(block: Block) -> list[tuple[str, str]]:
    """The columns of a row that may hold its title; a column of several lines gives each."""
    found = []
    for cell in block.cells:
        for part in cell.text.split(" / "):
            name = _BY_WHOM.split(part, maxsplit=1)[0]
            if 1 <= len(name.split()) <= 9 and not _is_when(name):
                found.append((name, "cell"))
    return found


def _is_when(text: str) -> bool:
    """Whether a cell tells the day or the time of a row."""
    return bool(DATED.search(text) or _CLOCK_ONLY.match(text) or _recurs(text))


def _add_line(pool: Pool, sheet: Sheet, line: Line, following: Line | None) -> None:
    for text, how in _variants(sheet, line):
        text = text.strip()
        if len(text.split()) > _MAX_WORDS or len(text) < 3 or _ALL_OF_THEM.match(text):
            continue
        offset = max(line.block.text.find(text), 0)
        i, j = line.token_at(offset), line.token_at(offset + len(text) - 1) + 1
        features = tuple(_line_features(sheet, line, following, text, how))
        pool.add(text, "line", line, i, j, features, nested=True)


def _add_entry(pool: Pool, sheet: Sheet, line: Line, following: Line | None) -> None:
    """The title of what is on the day above: the line, or of text the first sentence, less who, where and when."""
    if line.block.kind == "paragraph":
        name = _WITHOUT_PEOPLE.split(line.text(*line.sentences[0]).strip(" -–|."), maxsplit=1)[0]
    else:
        name = line.block.text.strip(" -–|.")
    if len(name) < 3 or len(name.split()) > _MAX_WORDS or _NO_TITLE.match(name):
        return
    offset = line.block.text.find(name)
    i, j = line.token_at(offset), line.token_at(offset + len(name) - 1) + 1
    features = _line_features(sheet, line, following, name, "dated")
    pool.add(
        name, "line", line, i, j, ("line:day-above", "agenda", "agenda=dated", "agenda:many", *features), nested=True
    )


def _line_features(sheet: Sheet, line: Line, following: Line | None, text: str, how: str) -> list[str]:
    words = [word.strip("‘'\":,’") for word in text.lower().split()]
    features = [f"line={how}", f"line:size={min(len(words), 6)}"]
    features += _column(line, text)
    if any("event" in classes_of(word) and word not in VAGUE for word in words) or "event" in classes_of(words[0]):
        features.append("line:noun")
    own = line.dated and DAY_DATED.search(line.block.text) is not None and not line.posted
    below = following is not None and len(following.block.text) < 100 and STARTS_DATED.match(following.block.text)
    if (own and how in ("dated", "lead", "cell")) or (how == "head" and below):
        features += ["agenda", f"agenda={how}"]
        if sheet.rows > 1:
            features.append("agenda:many")
    if line.block.kind == "row" and own:
        features.append("line:row-dated")
        if line.block.cells and text == line.block.cells[min(1, len(line.block.cells) - 1)].text:
            features.append("line:second-cell")
    features += _rhythm(line, following, how)
    if text.endswith("?"):
        features.append("line:question")
    if text[:1].isupper():
        features.append("line:capital")
    return features


def _rhythm(line: Line, following: Line | None, how: str) -> list[str]:
    """Whether the line, or the one below it, tells a day, and whether it comes back."""
    features = ["line:dated"] if line.dated else []
    if _recurs(line.block.text):
        features += ["line:recurs", f"line:recurs={how}"]
    if following is not None and following.dated and len(following.block.text) < 90:
        features.append(f"line:date-below={how}")
    return features


def _column(line: Line, text: str) -> list[str]:
    """Whether the text is the first column of a row that is no date; of several lines, people come first."""
    cells = line.block.cells
    place = next((n for n, cell in enumerate(cells) if text in cell.text.split(" / ")), -1)
    if place < 0:
        return []
    parts = cells[place].text.split(" / ")
    first = next((n for n, cell in enumerate(cells) if not _is_when(cell.text)), 0)
    people = len(parts) > 1 and looks_personal(_PARTED_PEOPLE.split(parts[0])[0].split())
    return [f"line:column={'first' if place == first and parts.index(text) == people else 'other'}"]


def _add_page_title(pool: Pool, sheet: Sheet, line: Line) -> None:
    title = line.block.text
    facts = [*page_facts(sheet), *title_facts(title)]
    candidate = pool.get(title)
    if candidate is not None and "agenda" in candidate.features:
        facts.append("page:agenda-title")
    if "page:taxonomy" in facts:
        facts += [f"{fact}&taxonomy" for fact in facts if fact != "page:taxonomy"]
    n = len(line.words)
    pool.add(title, "title", line, 0, n, ("title=whole", *facts), nested=True)
    parted, quoted = _PARTED.match(title), _QUOTED.search(title)
    parts = [(parted[1], "before"), (parted[2], "after")] if parted else []
    if quoted:
        parts.append((quoted[1], "quoted"))
    for text, how in parts:
        features = (f"title={how}", *(f"part:{fact}" for fact in facts))
        pool.add(text, "title", line, 0, n, features, nested=True)
    for item in sheet.events:
        name = item.first("name")
        # Of several gatherings in the data of a page those that its text does not name belong to the site around it.
        if name is not None and (len(sheet.events) == 1 or name.value.lower() in sheet.low):
            pool.add(name.value, "title", line, 0, n, ("title=data", "data:name"), nested=True)


_DATA_PARTS = (
    "organizer",
    "location",
    "founder",
    "subOrganization",
    "parentOrganization",
    "memberOf",
    "member",
    "performer",
)


def _add_data(pool: Pool, sheet: Sheet) -> None:
    """Names that only the page's structured data gives."""
    line = sheet.title or (sheet.order[0] if sheet.order else None)
    if line is None:
        return
    for item in sheet.page.structured:
        for name, feature in _data_names(item):
            pool.add(name, "data", line, 0, len(line.words), (feature,), nested=True)


def _data_names(item: Item) -> list[tuple[str, str]]:
    found = []
    if "Organization" in item.type or item.type.endswith(("NGO", "Corporation", "LocalBusiness")):
        found += [(p.value, "data:organisation") for p in item.properties if p.name == "name"]
    for part in _DATA_PARTS:
        found += [(p.value, f"data:{part}") for p in item.properties if p.name in (part, f"{part}.name")]
    return [(name, feature) for name, feature in found if 1 < len(name) < 90 and not name.startswith("http")]
