"""``samenspel search``: find things by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.paging import after_option, page_after
from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import NotFound

if TYPE_CHECKING:
    from queries.results import Hits

# So many places and themes are counted on the screen; --json holds more.
_FACETS = 6


def command(words: Sequence[str]) -> int:
    """Search for the words; finding nothing is status 3."""
    options = Options("search", "Zoekt dingen op naam, in elke spelling.", needs="WOORDEN")
    options.argument("words", "WOORDEN", "een naam of woorden daaruit", nargs="+")
    options.option("--kind", "alleen deze soort, zoals initiatief of persoon", metavar="SOORT", default="")
    options.option("--place", "alleen in deze plaats of gemeente", metavar="PLAATS", default="")
    options.option("--theme", "alleen rond dit thema", metavar="THEMA", default="")
    after_option(options)
    options.option("--limit", "zoveel hooguit", type=whole(1, 1000), default=20, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.invented import invented_things
    from queries.search import search

    with graph_of(told) as graph:
        ask = partial(
            search, graph, " ".join(wishes.words), kind=wishes.kind, place=wishes.place, theme=wishes.theme
        )  # fmt: skip
        found, before = page_after(ask, wishes.after, wishes.limit)
        invented = frozenset() if wishes.json else invented_things(graph)[0]
    if wishes.json:
        print_json(found.json_text())
    if not found.total:
        raise NotFound(f"Niets gevonden met {' '.join(wishes.words)!r}.", found.suggestions)
    if wishes.json:
        return 0
    from api.cli.telling import tell_name, tell_rest

    paper = paper_of(told)
    for hit in found.items:
        about = ", ".join(part for part in (hit.kind_words, clean(hit.hint)) if part)
        tell_name(hit, about, paper, invented)
        if hit.aliases:
            paper.line("ook bekend als: " + ", ".join(map(clean, hit.aliases)), 2)
    tell_rest(before + len(found.items), found.total, paper, f"verder met --after {found.next}")
    _tell_facets(found, paper)
    return 0


def _tell_facets(found: Hits, paper: Paper) -> None:
    """By what the hits can be narrowed down, where that would help."""
    facets = found.facets
    rows = [
        ("--kind", ", ".join(f"{one.words} ({one.count})" for one in facets.kinds)),
        ("--place", ", ".join(f"{clean(one.name)} ({one.count})" for one in facets.places[:_FACETS])),
        ("--theme", ", ".join(f"{clean(one.name)} ({one.count})" for one in facets.themes[:_FACETS])),
    ]
    if found.total > 1:
        paper.raw("")
        paper.table([row for row in rows if row[1]])
    if found.cut_off:
        paper.line("Er lijkt nog meer op deze woorden; geef er meer voor een volledige telling.")
