"""What pages say, without a graph: one line a page, in the order of the pages, whatever fails."""

from __future__ import annotations

import traceback
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from graph_model.errors import NotUnderstood
from ingest.extract import read
from ingest.extract.gold_shape import as_line, has_ended
from ingest.formats import pages_in
from ingest.page import Page
from ingest.published import published
from ingest.sources import Listed, Listing, load

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


def lines_of(
    listing: Listing, wishes: Wishes, fetcher: Fetcher | None = None, crew: Crew | None = None
) -> Iterator[Line]:
    """One line for each page of the listing; a page that can't be read gives its name and an ``error``.

    A fault of ours gives the ``trace`` as well. Pages of described sources come last.

    :param fetcher: fetches what the listing names on the web.
    :param crew: who reads the files; without one, this process, which also reads when there is more than files.
    """
    assert fetcher or not listing.needs_web, "who reads from the web says how"
    for problem in listing.problems:
        yield {"document": problem.source, "error": str(problem)}
    if crew and not listing.needs_web and all(listed.file for listed in listing.pages):
        for lines in crew.map(partial(_lines_of_file, wishes=wishes), listing.pages):
            yield from lines
        return
    with closing(_web(listing, fetcher)) as web:
        for listed in listing.pages:
            yield from _lines_of_web(next(web), wishes) if listed.on_web else _lines_of_file(listed, wishes)
        for told in web:
            yield from _lines_of_web(told, wishes)


def _web(listing: Listing, fetcher: Fetcher | None) -> Generator[Told, None, None]:
    if fetcher:
        from ingest.fetch.trying import told_by_web

        yield from told_by_web(listing, fetcher)


def _lines_of_file(listed: Listed, wishes: Wishes) -> list[Line]:
    name = _name(listed)
    lines: list[Line] = []
    try:
        address, raw = load(listed)
        for page in pages_in(raw, address):
            # An entry of a feed or calendar goes by its own address.
            lines.append(_line_or_error(page, name if page.address == address else page.address, wishes))
    except NotUnderstood as problem:
        lines.append({"document": name, "error": str(problem)})
    except Exception as fault:  # noqa: BLE001  the outermost loop over files: reported, and the run goes on
        lines.append(_fault(name, fault))
    return lines


def _lines_of_web(told: Told, wishes: Wishes) -> Iterator[Line]:
    yield from (_line_or_error(page, page.address, wishes) for page in told.pages)
    if told.problem:
        yield {"document": told.name, "error": told.problem}
    if told.fault:
        yield {"document": told.name, "error": "Fout van ons.", "trace": told.fault}


def _line_or_error(page: Page, name: str, wishes: Wishes) -> Line:
    try:
        return _line(page, name, wishes)
    except Exception as fault:  # noqa: BLE001  the outermost loop over pages: reported, and the run goes on
        return _fault(name, fault)


def _fault(name: str, fault: Exception) -> Line:
    trace = "".join(traceback.format_exception(fault))
    return {"document": name, "error": f"Fout van ons ({type(fault).__name__}).", "trace": trace}


def _name(listed: Listed) -> str:
    return PurePath(listed.name).name


def _line(page: Page, name: str, wishes: Wishes) -> Line:
    reading = read(page, register_names=not wishes.without_register, explain=wishes.explain)
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
