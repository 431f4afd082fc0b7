"""How well two readers read together: ``python -m tests.quality.second_reader.measure [--errors]``.

Every page is weighed by tables that were fitted on the pages of the other sets, and its built-in reading is of a
reader that has seen no page of its set. So nothing is measured on what it was fitted on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ingest.extract.gold_shape import as_line
from ingest.published import published
from ingest.reading import Reading
from ingest.second_reader.reading import Together, together
from ingest.second_reader.reply import told_in
from tests.quality.measure import scorer
from tests.quality.second_reader.fit import Weights, fit
from tests.quality.second_reader.material import Asked, asked, held_out
from tests.quality.second_reader.spoil import spoiled
from tests.quality.train import PAGES

Line = dict[str, Any]
SHARES = (0.0, 0.1, 0.3, 0.5)
# Other dice than those of the fit.
_SEEDS = (101, 102, 103)


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall of links, F1 of things."""

    things: float
    precision: float
    recall: float


def tables_by_set(pages: list[Asked]) -> dict[str, Weights]:
    """For each set the weights that were fitted on the others."""
    heads = sorted({page.head for page in pages})
    return {head: fit([page for page in pages if page.head != head]) for head in heads}


def read_all(pages: list[Asked], tables: dict[str, Weights], share: float = 0.0, seed: int = 0) -> list[Together]:
    """All pages read by both, with this share of each reply spoiled."""
    replies = (spoiled(page.reply, share, seed) if share else page.reply for page in pages)
    return [
        together(page.page, told_in(json.dumps(reply)), page.first, "0", tables[page.head])
        for page, reply in zip(pages, replies, strict=True)
    ]


def raw_line(reply: dict[str, Any]) -> Line:
    """A reply as a line of predictions: what the model says, believed as it stands."""
    things = [
        {"type": t["kind"], "name": t["name"], "aliases": t["aliases"], "attributes": t["fields"],
         "self": t.get("self", False)} for t in reply["things"]
    ]  # fmt: skip
    links = [
        {"subject": x["subject"], "subject_type": x["subject_kind"], "type": x["link"], "object": x["object"],
         "object_type": x["object_kind"], "role": x["role"]} for x in reply["links"]
    ]  # fmt: skip
    return {"document": reply["document"], "entities": things, "relations": links}


def both_line(page: Asked, found: Together, *, only_published: bool) -> Line:
    """What both readers say of a page as one line of predictions, each thing and link once."""
    return _union(_line(page, found.second, only_published), _line(page, found.first, only_published))


def _line(page: Asked, reading: Reading, only_published: bool) -> Line:
    if only_published:
        reading = published_part(page, reading)
    return as_line(page.page, reading, page.name)


def published_part(page: Asked, reading: Reading) -> Reading:
    """What of a reading is published when the page is read alone."""
    stands = published(page.page, reading)
    new = {old: n for n, old in enumerate(n for n, shown in enumerate(stands.things) if shown)}
    kept = [
        replace(s, subject=new[s.subject], object=new[s.object])
        for s, shown in zip(reading.statements, stands.statements, strict=True)
        if shown and s.subject in new and s.object in new
    ]
    return replace(reading, things=tuple(reading.things[n] for n in new), statements=tuple(kept))


def _union(one: Line, other: Line) -> Line:
    things = {(t["type"], t["name"]): t for t in (*other["entities"], *one["entities"])}
    for t in other["entities"]:
        mine = things[(t["type"], t["name"])]
        things[(t["type"], t["name"])] = {**mine, "aliases": sorted({*mine["aliases"], *t["aliases"]})}
    return {**one, "entities": list(things.values()), "relations": [*one["relations"], *other["relations"]]}


def figures(lines: Iterable[tuple[Asked, Line]], *, as_one: bool) -> Figures:
    """The scorer's figures."""
    score = scorer(PAGES)
    pairs = list(lines)
    gold = {page.name: page.gold for page, _ in pairs}
    told = {page.name: line for page, line in pairs}
    if as_one:
        gold, told = ({k: score.as_one(v) for k, v in part.items()} for part in (gold, told))
    result = score.score(gold, told)
    return Figures(
        result["entities_micro"]["f1"], result["relations_micro"]["precision"], result["relations_micro"]["recall"]
    )


def table(pages: list[Asked]) -> dict[tuple[str, float], tuple[Figures, Figures]]:
    """All figures, strict and as one: by what was read and the share of the replies that is spoiled."""
    tables = tables_by_set(pages)
    found = {("built-in", 0.0): _scored([(page, _line(page, page.first, True)) for page in pages])}
    for share in SHARES:
        seeds = _SEEDS if share else (0,)
        runs = [(read_all(pages, tables, share, seed), seed) for seed in seeds]
        for name, line in _WAYS.items():
            parts = [
                _scored([(page, line(page, t, share, seed)) for page, t in zip(pages, readings, strict=True)])
                for readings, seed in runs
            ]
            found[(name, share)] = _mean(parts)
    return found


def _raw(page: Asked, found: Together, share: float, seed: int) -> Line:
    return raw_line(spoiled(page.reply, share, seed) if share else page.reply)


_Way = Callable[[Asked, Together, float, int], Line]
_WAYS: dict[str, _Way] = {
    "reply as it stands": _raw,
    "model, through the gate": lambda page, found, share, seed: _line(page, found.second, False),
    "model, published": lambda page, found, share, seed: _line(page, found.second, True),
    "both, published": lambda page, found, share, seed: both_line(page, found, only_published=True),
}


def _scored(lines: list[tuple[Asked, Line]]) -> tuple[Figures, Figures]:
    return figures(lines, as_one=False), figures(lines, as_one=True)


def _mean(parts: list[tuple[Figures, Figures]]) -> tuple[Figures, Figures]:
    strict, as_one = ([part[n] for part in parts] for n in (0, 1))
    return _average(strict), _average(as_one)


def _average(found: list[Figures]) -> Figures:
    count = len(found)
    return Figures(
        sum(f.things for f in found) / count, sum(f.precision for f in found) / count,
        sum(f.recall for f in found) / count,
    )  # fmt: skip


def show(found: dict[tuple[str, float], tuple[Figures, Figures]]) -> None:
    """Prints the table."""
    print(f"\n{'':26}{'spoiled':>8}   strict: things  P     R      as one: things  P     R")
    for (name, share), (strict, one) in found.items():
        print(
            f"{name:26}{share:8.0%}           {strict.things:.3f} {strict.precision:.3f} {strict.recall:.3f}"
            f"            {one.things:.3f} {one.precision:.3f} {one.recall:.3f}"
        )


def main() -> None:
    """Measures and prints."""
    pages = asked(held_out())
    show(table(pages))
    if "--errors" in sys.argv:
        readings = read_all(pages, tables_by_set(pages))
        score = scorer(PAGES)
        told = {
            p.name: score.as_one(both_line(p, t, only_published=True)) for p, t in zip(pages, readings, strict=True)
        }
        for error in sorted(score.score({p.name: score.as_one(p.gold) for p in pages}, told)["errors"]):
            print(*error, sep="\t")


if __name__ == "__main__":
    main()
