"""``samenspel show``: one thing with fields, links and quotes."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.output import print_json
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, paper_of, settings_of


def command(words: Sequence[str]) -> int:
    """Show the thing that the words name."""
    options = Options("show", "Toont één ding: gegevens, verbanden en de citaten waar ze op rusten.", needs="DING")
    options.argument("thing", "DING", "een id, een naam in elke spelling, of woorden", nargs="+")
    options.option("--limit", "zoveel verbanden hooguit", type=whole(1, 1000), default=50, metavar="N")
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.invented import invented_things
    from queries.show import show

    with graph_of(told) as graph:
        shown = show(graph, " ".join(wishes.thing), as_of=wishes.as_of or "", limit=wishes.limit)
        invented = frozenset() if wishes.json else invented_things(graph)[0]
    if wishes.json:
        print_json(shown.json_text())
        return 0
    from api.cli.telling import tell_fields, tell_links, tell_rest, tell_thing

    paper = paper_of(told)
    tell_thing(shown, paper, invented)
    tell_fields(shown, paper)
    tell_links(shown.links, paper, undated=bool(shown.as_of))
    tell_rest(len(shown.links), shown.total, paper, f"verder met samenspel links {shown.id} --after {shown.next}")
    return 0
