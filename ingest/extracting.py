"""What pages say, without a graph: one line a page, in the order of the pages, whatever fails."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from graph_model.errors import NotUnderstood
from ingest.extract import read
from ingest.extract.gold_shape import as_line
from ingest.page import read_page
from ingest.published import published
from ingest.sources import Listed, Listing, load


@dataclass(frozen=True, slots=True)
class Wishes:
    """What to show: the rule behind each claim, links that have ended, and whether only what is published."""

    explain: bool = False
    past: bool = False
    published: bool = False
    without_register: bool = False


Line = dict[str, Any]


def lines_of(listing: Listing, wishes: Wishes) -> Iterator[Line]:
    """One line for each page of the listing; a page that can't be read gives its name and an ``error``.

    A fault of ours gives the ``trace`` as well.
    """
    for problem in listing.problems:
        yield {"document": problem.source, "error": str(problem)}
    for listed in listing.pages:
        try:
            yield _line(listed, wishes)
        except NotUnderstood as problem:
            yield {"document": _name(listed), "error": str(problem)}
        except Exception as fault:  # noqa: BLE001  the outermost loop over pages: reported, and the run goes on
            yield {
                "document": _name(listed),
                "error": f"Fout van ons ({type(fault).__name__}).",
                "trace": traceback.format_exc(),
            }


def _name(listed: Listed) -> str:
    return PurePath(listed.name).name


def _line(listed: Listed, wishes: Wishes) -> Line:
    address, raw = load(listed)
    page = read_page(raw, address)
    reading = read(page, register_names=not wishes.without_register)
    stands = published(page, reading)
    line = as_line(page, reading, _name(listed), past=wishes.past)
    told = list(zip(line["entities"], stands.things, (found.why for found in reading.things), strict=True))
    said = list(zip(line["relations"], stands.statements, (s.why for s in reading.statements), strict=True))
    line["entities"] = _chosen(told, wishes)
    line["relations"] = _chosen(said, wishes)
    return line


def _chosen(claims: list[tuple[Line, bool, str]], wishes: Wishes) -> list[Line]:
    for claim, stands, why in claims:
        claim["published"] = stands
        if wishes.explain:
            claim["why"] = why
    return [claim for claim, stands, _ in claims if stands or not wishes.published]
