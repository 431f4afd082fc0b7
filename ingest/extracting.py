"""What pages say, without a graph: one line a page, in the order of the pages, whatever fails."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

from graph_model.errors import NotUnderstood
from ingest.extract import read
from ingest.extract.gold_shape import as_line, has_ended
from ingest.formats import pages_in
from ingest.page import Page
from ingest.published import published
from ingest.reading import Reading
from ingest.sources import Listed, Listing, load
from queries.masking import ErasedNames

if TYPE_CHECKING:
    from ingest.crew import Crew
    from ingest.fetch.fetcher import Fetcher
    from ingest.fetch.trying import Told


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to show: the rule behind each claim, links that have ended, and whether only what is published."""

    explain: bool = False
    past: bool = False
    published: bool = False
    without_register: bool = False


Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A page to read with the name to give it, or a line that stands in its place."""

    name: str
    page: Page | None = None
    instead: Line = field(default_factory=dict)


class Second(Protocol):
    """Another reader, which may take long over a page: it is asked some pages ahead."""

    ahead: int

    def ask(self, page: Page) -> Any:
        """Begin with a page."""

    def read(self, page: Page, asked: Any) -> tuple[Reading, str]:
        """What the page says, and in Dutch what went wrong with it, or nothing."""


def lines_of(
    listing: Listing,
    wishes: Wishes,
    fetcher: Fetcher | None = None,
    crew: Crew | None = None,
    second: Second | None = None,
    erased: ErasedNames | None = None,
) -> Iterator[Line]:
    """One line for each page of the listing; a page that can't be read gives its name and an ``error``.

    A fault of ours gives the ``trace`` as well. Pages of described sources come last.

    :param fetcher: fetches what the listing names on the web.
    :param crew: who reads the files; without one, this process, which also reads when there is more than files.
    :param second: reads instead of the built-in reader; ``erased`` knows the names that are covered before it does.
    """
    assert fetcher or not listing.needs_web, "who reads from the web says how"
    for problem in listing.problems:
        yield {"document": problem.source, "error": str(problem)}
    if second:
        yield from _lines_by(second, _pages(listing, fetcher, erased), wishes)
    elif crew and not listing.needs_web and all(listed.file for listed in listing.pages):
        for lines in crew.map(partial(_lines_of_file, wishes=wishes), listing.pages):
            yield from lines
    else:
        yield from (_line_or_error(item, wishes) for item in _pages(listing, fetcher))


def _lines_by(second: Second, items: Iterator[Item], wishes: Wishes) -> Iterator[Line]:
    """The lines in their order, by a reader that is asked some pages ahead."""
    begun: deque[tuple[Item, Any]] = deque()
    for item in items:
        begun.append((item, second.ask(item.page) if item.page else None))
        if len(begun) > second.ahead:
            yield _line_or_error(*_answered(begun.popleft(), second, wishes))
    while begun:
        yield _line_or_error(*_answered(begun.popleft(), second, wishes))


def _answered(
    begun: tuple[Item, Any], second: Second, wishes: Wishes
) -> tuple[Item, Wishes, Callable[[Page], tuple[Reading, str]]]:
    item, asked = begun
    return item, wishes, lambda page: second.read(page, asked)


def _pages(listing: Listing, fetcher: Fetcher | None, erased: ErasedNames | None = None) -> Iterator[Item]:
    with closing(_web(listing, fetcher, erased)) as web:
        for listed in listing.pages:
            yield from _items_of_web(next(web)) if listed.on_web else _items_of_file(listed, erased)
        for told in web:
            yield from _items_of_web(told)


def _web(listing: Listing, fetcher: Fetcher | None, erased: ErasedNames | None) -> Generator[Told, None, None]:
    if fetcher:
        from ingest.fetch.trying import told_by_web

        yield from told_by_web(listing, fetcher, erased)


def _lines_of_file(listed: Listed, wishes: Wishes) -> list[Line]:
    return [_line_or_error(item, wishes) for item in _items_of_file(listed)]


def _items_of_file(listed: Listed, erased: ErasedNames | None = None) -> list[Item]:
    name = _name(listed)
    items: list[Item] = []
    try:
        address, raw = load(listed)
        for page in pages_in(raw, address, erased=erased):
            # An entry of a feed or calendar goes by its own address.
            items.append(Item(name if page.address == address else page.address, page))
    except NotUnderstood as problem:
        items.append(Item(name, instead={"document": name, "error": str(problem)}))
    except Exception as fault:  # noqa: BLE001  the outermost loop over files: reported, and the run goes on
        items.append(Item(name, instead=_fault(name, fault)))
    return items


def _items_of_web(told: Told) -> Iterator[Item]:
    yield from (Item(page.address, page) for page in told.pages)
    if told.problem:
        yield Item(told.name, instead={"document": told.name, "error": told.problem})
    if told.fault:
        yield Item(told.name, instead={"document": told.name, "error": "Fout van ons.", "trace": told.fault})


def _line_or_error(item: Item, wishes: Wishes, by: Callable[[Page], tuple[Reading, str]] | None = None) -> Line:
    """The line of a page by our own reader, or by another one."""
    if item.page is None:
        return item.instead
    try:
        reading, trouble = by(item.page) if by else (_read(item.page, wishes), "")
        line = _line(item.page, reading, item.name, wishes)
    except Exception as fault:  # noqa: BLE001  the outermost loop over pages: reported, and the run goes on
        return _fault(item.name, fault)
    return {**line, "error": trouble} if trouble else line


def _fault(name: str, fault: Exception) -> Line:
    trace = "".join(traceback.format_exception(fault))
    return {"document": name, "error": f"Fout van ons ({type(fault).__name__}).", "trace": trace}


def _name(listed: Listed) -> str:
    return PurePath(listed.name).name


def _read(page: Page, wishes: Wishes) -> Reading:
    return read(page, register_names=not wishes.without_register, explain=wishes.explain)


def _line(page: Page, reading: Reading, name: str, wishes: Wishes) -> Line:
    stands = published(page, reading)
    line = as_line(page, reading, name, past=True)
    told = list(zip(line["entities"], stands.things, (found.why for found in reading.things), strict=True))
    said = [
        (relation, stand, statement.why)
        for relation, stand, statement in zip(line["relations"], stands.statements, reading.statements, strict=True)
        if wishes.past or not has_ended(statement)
    ]
    line["entities"] = _chosen(told, wishes)
    line["relations"] = _chosen(said, wishes)
    return line


def _chosen(claims: list[tuple[Line, bool, str]], wishes: Wishes) -> list[Line]:
    for claim, stands, why in claims:
        claim["published"] = stands
        if wishes.explain:
            claim["why"] = why
    return [claim for claim, stands, _ in claims if stands or not wishes.published]
