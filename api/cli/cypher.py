"""``samenspel cypher``: a question of one's own to the graph, read-only."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results.door import Table

_ABOUT = (
    "Stelt een eigen vraag in Cypher aan de graaf, voor onderzoekers: alleen lezen, hoogstens 10 seconden en 10.000 "
    "rijen. Het grootboek, met de teksten van bronnen, is langs deze weg niet te lezen."
)


def command(words: Sequence[str]) -> int:
    """Show the table that answers the question."""
    options = Options("cypher", _ABOUT, needs="VRAAG")
    options.argument("query", "VRAAG", "de vraag, tussen aanhalingstekens", nargs="+")
    options.option(
        "--with", "de waarde van een $naam in de vraag (JSON of tekst); mag vaker", action="append", type=_named,
        metavar="NAAM=WAARDE", default=[], dest="values",
    )  # fmt: skip
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.door import ask

    with graph_of(told) as graph:
        found = ask(graph, " ".join(wishes.query), dict(wishes.values))
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _named(text: str) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise ArgumentTypeError(f"{text!r} is niet NAAM=WAARDE.")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _tell(found: Table, paper: Paper) -> None:
    """One line a row, its cells apart by a tab, so that it can go on to other programs."""
    if found.columns:
        paper.raw(paper.bold("\t".join(map(clean, found.columns))))
    for row in found.rows:
        paper.raw("\t".join(_cell(value) for value in row))
    number = "1 rij" if found.total == 1 else f"{found.total} rijen"
    more = "; er zijn er meer" if found.cut else ""
    paper.raw(paper.dim(f"{number}{more}."))


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
