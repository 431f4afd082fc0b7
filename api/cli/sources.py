"""``samenspel sources``: the described sources, and what they gave the last time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options
from api.cli.session import paper_of, settings_of

if TYPE_CHECKING:
    from ingest.sources.standing import Expected, SourceStanding

_ABOUT = (
    "Toont de beschreven bronnen, met wat de laatste keer gevonden werd en wat er verwacht wordt. Een bron lees je met "
    "samenspel read NAAM; een eigen beschrijving (.toml) lees je met samenspel read BESTAND."
)


def command(words: Sequence[str]) -> int:
    """List the described sources."""
    options = Options("sources", _ABOUT)
    wishes = options.read(words)
    told = settings_of(wishes)
    from api.fetching import last_runs
    from ingest.sources.standing import standings

    found = standings(last_runs(told))
    if wishes.json:
        print_json(found.json_text())
        return 0
    paper = paper_of(told)
    for source in found.items:
        paper.raw(f"{paper.bold(source.name)}  {clean(source.title)}")
        paper.table(list(_rows(source, paper)))
    return 0


def _rows(source: SourceStanding, paper: Paper) -> Iterator[tuple[str, str]]:
    if source.start:
        yield "begint bij", ", ".join(source.start)
    if source.last:
        yield "laatste keer", f"{source.last.at[:16].replace('T', ' ')} UTC, run {source.last.run}"
    else:
        yield "laatste keer", "nog nooit gelezen"
    kinds = {**source.expected} or dict.fromkeys(source.last.found if source.last else ())
    for kind, expected in kinds.items():
        yield _word(kind), _found(source, kind, expected)
    for told in source.last.unexpected if source.last else ():
        yield paper.warn("let op"), clean(told)


def _found(source: SourceStanding, kind: str, expected: Expected | None) -> str:
    number = None
    if source.last:
        number = source.last.pages if kind == "pages" else source.last.found.get(kind, 0)
    told = [] if number is None else [f"{number} gevonden"]
    if expected:
        told.append(f"{_bounds(expected)} verwacht")
    return ", ".join(told)


def _bounds(expected: Expected) -> str:
    if expected.max is None:
        return f"minstens {expected.min}"
    return f"{expected.min} tot {expected.max}" if expected.min else f"hoogstens {expected.max}"


def _word(kind: str) -> str:
    from queries.words import kind_words

    return "pagina's" if kind == "pages" else kind_words(kind)
