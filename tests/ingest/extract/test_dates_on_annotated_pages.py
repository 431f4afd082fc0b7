"""How many dates and times of annotated events are found on their pages, and how many years are right.

The annotations say when each event is; here it only counts whether that date is among those that its page means, and
whether no date with the same day and month is given another year. Choosing the date of one event is the reader's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.extract.dates import Calendar, edtf_of, find_dates, tense_at
from ingest.extract.times import find_times
from ingest.page import Block, Page, read_page

SEASONS = ("21", "22", "23", "24")


def test_nearly_all_dates_and_times_of_annotated_events_are_found(shared: Path) -> None:
    count: Counter[str] = Counter()
    for page, events in _pages(shared):
        dates, times = _dates(page), _times(page)
        for attributes in events:
            for field in ("start_date", "end_date"):
                if field in attributes:
                    count["dates"] += 1
                    count["dates found"] += attributes[field] in dates
                    count["years"] += any(_same_day(date, attributes[field]) for date in dates)
            for field in ("start_time", "end_time"):
                if field in attributes:
                    count["times"] += 1
                    count["times found"] += attributes[field] in times
    print(dict(count))
    assert count["dates found"] >= 0.95 * count["dates"]
    assert count["dates found"] >= 0.97 * count["years"]
    assert count["times found"] >= 0.95 * count["times"]


def _pages(shared: Path) -> Iterator[tuple[Page, list[dict[str, str]]]]:
    for folder in ("seeds", "pages"):
        for path in sorted((shared / "gold" / folder).glob("*.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            source = path.with_name(gold["document"])
            source = source if source.exists() else shared / "seeds" / gold["document"]
            events = [entity for entity in gold["entities"] if entity["type"] == "Event"]
            yield read_page(source.read_bytes(), source.as_uri()), [event.get("attributes", {}) for event in events]


def _texts(page: Page) -> list[str]:
    return [page.title, *(block.text for block in page.blocks), *(edtf_of(value) for value in _values(page))]


def _values(page: Page) -> list[str]:
    return [one.value for item in page.structured for one in item.properties if "Date" in one.name]


def _dates(page: Page) -> set[str]:
    """Every date that the page means, as the annotations write it: a season is its year."""
    calendar = Calendar.of_page(_texts(page), page.published or "", issue=_issue(page))
    found: set[str] = set()
    for text, heading in [(text, "") for text in _texts(page)] + [(b.text, _heading(page, b)) for b in page.blocks]:
        for mention in find_dates(text):
            meant = calendar.resolve(mention, tense_at(text, mention.start, mention.end), around=heading)
            found |= {meant.start[:4] if meant.start[5:] in SEASONS else meant.start, meant.end} - {""}
    return found


def _issue(page: Page) -> str:
    """The first date with a year in the first short lines."""
    heads = [page.title, *(block.text for block in page.blocks[:8] if len(block.text) < 120)]
    dated = (mention for text in heads for mention in find_dates(text) if mention.has_year)
    return next((Calendar().resolve(mention).start for mention in dated), "")


def _heading(page: Page, block: Block) -> str:
    """The year over a block ("2017")."""
    heading = page.blocks[block.section].text.strip() if block.section >= 0 else ""
    return heading if len(heading) == 4 and heading.isdigit() else ""


def _times(page: Page) -> set[str]:
    times = {edge for text in _texts(page) for time in find_times(text) for edge in (time.begins, time.ends)}
    return times | {edtf_of(value)[11:] for value in _values(page)}


def _same_day(date: str, gold: str) -> bool:
    return len(gold) == 10 and date[4:] == gold[4:]
