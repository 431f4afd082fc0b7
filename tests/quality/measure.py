"""How well the reader reads pages it was not trained on: ``python -m tests.quality.measure [--letters] [--register]``.

(a) cross-validated with whole sources held out; (b) with ``--letters`` one set of pages (by the first letter of their
names) left out in turn. Scored by the scorer that lies with the annotated pages; with ``--errors FILE`` what went
wrong is written down.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from ingest.extract.gold_shape import as_line
from tests.quality.calibration import Weighed, fit_chances, reading_with, weighed
from tests.quality.gold import Example, examples
from tests.quality.train import PAGES, lessons, trained

Line = dict[str, Any]
_PARTS = 5
_LINES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def parts_of(pages: list[Example], *, letters: bool) -> list[list[Example]]:
    """The pages in parts, each to be left out in turn."""
    if letters:
        heads = sorted({page.name[0] for page in pages})
        return [[page for page in pages if page.name[0] == head] for head in heads]
    sources = sorted({page.source for page in pages})
    part = {source: n % _PARTS for n, source in enumerate(sources)}
    return [[page for page in pages if part[page.source] == n] for n in range(_PARTS)]


def predict(job: tuple[str, bool, int]) -> tuple[list[Weighed], list[Weighed]]:
    """The pages of one part, read by models trained on the others: without and with the names of the register."""
    folder, letters, number = job
    pages = examples(Path(folder))
    parts = parts_of(pages, letters=letters)
    kinds, links = trained(lessons([page for n, part in enumerate(parts) if n != number for page in part]))
    plain = [weighed(page, kinds, links, register_names=False) for page in parts[number]]
    return plain, [weighed(page, kinds, links, register_names=True) for page in parts[number]]


def lines_of(pages: list[Example], found: list[Weighed]) -> dict[str, Line]:
    """The predicted lines, the links of each set of pages as sure as those of the other sets make them."""
    page_of = {page.name: page.sheet.page for page in pages}
    lines: dict[str, Line] = {}
    for head in sorted({page.name[0] for page in found}):
        weights = fit_chances([page for page in found if page.name[0] != head])
        for page in found:
            if page.name[0] == head:
                lines[page.name] = as_line(page_of[page.name], reading_with(page, weights), page.name)
    return lines


def scorer(folder: Path) -> Any:
    """The scorer that lies with the annotated pages."""
    spec = importlib.util.spec_from_file_location("gold_score", folder.parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def left_out(folder: Path, *, letters: bool) -> tuple[list[Weighed], list[Weighed]]:
    """Every page, read by models that saw nothing of its part: without and with the names of the register."""
    count = len(parts_of(examples(folder), letters=letters))
    jobs = [(str(folder), letters, number) for number in range(count)]
    with Pool(min(count, os.cpu_count() or 1)) as pool:
        parts = list(pool.imap(predict, jobs))
    plain, known = ([page for part in parts for page in part[n]] for n in (0, 1))
    return plain, known


def measured(folder: Path, *, letters: bool) -> tuple[dict[str, Line], dict[str, Line]]:
    """The predicted lines of every page when it was left out: without and with the names of the register."""
    pages = examples(folder)
    plain, known = left_out(folder, letters=letters)
    return lines_of(pages, plain), lines_of(pages, known)


def show(folder: Path, lines: dict[str, Line]) -> Any:
    """Prints figures per kind and link, as one, and at several lines of publication; gives the scorer's result."""
    score = scorer(folder)
    result = score.score(score.load_gold(folder), lines)
    score.show(result)
    gold = {name: score.as_one(page) for name, page in score.load_gold(folder).items()}
    print("\nORGANISATIONS AS ONE, by the least confidence of a link")
    for least in _LINES:
        kept = {
            name: score.as_one({**line, "relations": [r for r in line["relations"] if r["confidence"] >= least]})
            for name, line in lines.items()
        }
        one = score.score(gold, kept)
        things, links = one["entities_micro"], one["relations_micro"]
        print(
            f"  {least:.1f}  entities {things['f1']:.3f}  links P {links['precision']:.3f} "
            f"R {links['recall']:.3f} F1 {links['f1']:.3f}"
        )
    return result


def main() -> None:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--letters", action="store_true", help="one set of pages left out in turn")
    asked.add_argument("--register", action="store_true", help="the names of the register count")
    asked.add_argument("--errors", type=Path, help="where to write what went wrong")
    asked.add_argument("--pages", type=Path, default=PAGES)
    wishes = asked.parse_args()
    result = show(wishes.pages, measured(wishes.pages, letters=wishes.letters)[wishes.register])
    if wishes.errors:
        rows = ("\t".join(error) for error in sorted(result["errors"], key=lambda e: (e[1], e[2], e[0])))
        wishes.errors.write_text("\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
