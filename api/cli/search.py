"""``samenspel search``: find things by name."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.output import clean, print_json
from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import NotFound


def command(words: Sequence[str]) -> int:
    """Search for the words; finding nothing is status 3."""
    options = Options("search", "Zoekt dingen op naam, in elke spelling.", needs="WOORDEN")
    options.argument("words", "WOORDEN", "een naam of woorden daaruit", nargs="+")
    options.option("--kind", "alleen deze soort, zoals initiatief of persoon", metavar="SOORT", default="")
    options.option("--limit", "zoveel hooguit", type=whole(1, 1000), default=20, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.invented import invented_things
    from queries.search import search

    with graph_of(told) as graph:
        found = search(graph, " ".join(wishes.words), kind=wishes.kind, limit=wishes.limit)
        invented = frozenset() if wishes.json else invented_things(graph)[0]
    if wishes.json:
        print_json(found.json_text())
    if not found.items:
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
    tell_rest(len(found.items), found.total, paper, "meer met --limit")
    return 0
