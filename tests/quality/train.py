"""Fits the reader's weights on annotated pages and writes them as readable files: ``python -m tests.quality.train``."""

from __future__ import annotations

import os
import sys
from functools import cache
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from ingest.extract.find import find_things
from ingest.extract.kinds import Thing
from ingest.extract.links import pairs_of
from ingest.extract.model import LogLinear, apart, save
from ingest.extract.pairs import LINKS_BETWEEN
from ingest.extract.scene import scene_of
from tests.quality.calibration import Weighed, fit_chances, save_chances, weighed
from tests.quality.encoded import Rows, rows_of
from tests.quality.fit import Fitted, fit_kinds, fit_links
from tests.quality.gold import Example, examples, gold_things, truths
from tests.quality.practice import practice

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "gold" / "pages"
WRITTEN = Path(__file__).with_name("written")
WEIGHTS = ROOT / "ingest" / "extract" / "weights"
KIND_PENALTY = 2.0
LINK_PENALTY = 4.0
PARTS = 5
# The annotated pages are like those that are read; ours are like them as far as we could.
ANNOTATED, OURS = 3.0, 1.0
OURS_ALL = "written"

LinkRow = tuple[frozenset[str], frozenset[str], frozenset[str]]


def lessons(pages: list[Example]) -> list[Example]:
    """What the reader learns from: annotated pages, those that we wrote in their way, and practice pages."""
    return [*pages, *written(), *practice()]


@cache
def written() -> tuple[Example, ...]:
    """The pages that we wrote and annotated as a whole, in the manner of real ones."""
    return tuple(examples(WRITTEN))


class _Encoded(dict[str, Rows]):
    """Candidates of pages as numbers, by the name of the page: in every part that is left out they are the same."""

    def of(self, page: Example) -> Rows:
        if page.name not in self:
            self[page.name] = rows_of(apart(candidate.features) for candidate in page.pool.by_key.values())
        return self[page.name]


_ENCODED = _Encoded()


def train_kinds(pages: list[Example], near: Fitted | None = None) -> Fitted:
    """The model of kinds, on every candidate of the pages."""
    labels = [page.labels[key] for page in pages for key in page.pool.by_key]
    counts = np.repeat([_count(page) for page in pages], [len(page.pool.by_key) for page in pages])
    return fit_kinds([_ENCODED.of(page) for page in pages], labels, counts, penalty=KIND_PENALTY, near=near)


def _count(page: Example) -> float:
    return ANNOTATED if "source_url" in page.gold else OURS


def link_rows(page: Example, things: list[Thing]) -> list[LinkRow]:
    """Features, links asked about, and links that hold, of every pair of things of a page."""
    scene = scene_of(page.sheet, things)
    held = truths(things, page.gold)
    rows = []
    for (a, c), features in sorted(pairs_of(scene).items()):
        allowed = LINKS_BETWEEN.get((things[a].kind, things[c].kind))
        if allowed:
            rows.append((frozenset(features), allowed, frozenset(k for k in allowed if (k, a, c) in held)))
    return rows


def found_things(pages: list[Example], kinds: Fitted, parts: int = PARTS) -> list[list[Thing]]:
    """What the reader finds on each page when it has not seen it: whole sources are held out in turn.

    :param kinds: the model of all of them, from which the others are a few steps away.
    """
    sources = sorted({page.source for page in pages})
    part = {source: n % parts for n, source in enumerate(sources)}
    models = [train_kinds([p for p in pages if part[p.source] != n], kinds).model for n in range(parts)]
    return [find_things(p.sheet, p.pool, models[part[p.source]], register=False) for p in pages]


def train_links(pages: list[Example], found: list[list[Thing]]) -> LogLinear:
    """The models of links, on pairs of annotated things, and on pairs of things as the reader finds them."""
    linked = [(page, things) for page, things in zip(pages, found, strict=True) if "relations" in page.gold]
    told = [(page, things) for page, found in linked for things in (gold_things(page), found)]
    rows = [(row, _count(page)) for page, things in told for row in link_rows(page, things)]
    return fit_links(
        [rows_of(row[0] for row, _ in rows)], [row[1] for row, _ in rows], [row[2] for row, _ in rows],
        np.array([count for _, count in rows]), penalty=LINK_PENALTY,
    )  # fmt: skip


def trained(pages: list[Example]) -> tuple[LogLinear, LogLinear]:
    """The models of kinds and of links."""
    kinds = train_kinds(pages)
    return kinds.model, train_links(pages, found_things(pages, kinds))


def left_out(folder: Path) -> list[Weighed]:
    """Every page as it is read by models that have seen no page of its set (the first letter of its name).

    The pages that we wrote are one set.
    """
    heads = [*sorted({page.name[0] for page in examples(folder)}), OURS_ALL]
    with Pool(min(len(heads), os.cpu_count() or 1)) as pool:
        return [page for part in pool.starmap(_set_left_out, [(folder, head) for head in heads], 1) for page in part]


def _set_left_out(folder: Path, head: str) -> list[Weighed]:
    pages = examples(folder)
    if head == OURS_ALL:
        kinds, links = trained([*pages, *practice()])
        return [weighed(page, kinds, links, register_names=False) for page in written()]
    others = lessons([page for page in pages if page.name[0] != head])
    kinds, links = trained(others)
    return [weighed(p, kinds, links, register_names=False) for p in pages if p.name[0] == head]


def main() -> None:
    """Trains on the folder that is given, or on the annotated pages beside the repository."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    WEIGHTS.mkdir(exist_ok=True)
    every = lessons(examples(folder))
    kinds, links = trained(every)
    save(kinds, WEIGHTS / "kinds.tsv")
    save(links, WEIGHTS / "links.tsv")
    save_chances(fit_chances(left_out(folder)), WEIGHTS / "confidence.tsv")
    print(f"{len(every)} pagina's gelezen; gewichten geschreven naar {WEIGHTS}")


if __name__ == "__main__":
    main()
