"""``samenspel measures``: who is linked most, who stands between others, and which groups hold together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean
from api.cli.paging import after_option, show_page
from api.cli.parser import Options, day, one_of, whole
from api.cli.session import graph_of, settings_of

if TYPE_CHECKING:
    from queries.results.measures import Measures

_ABOUT = (
    "Maten van het netwerk: wie de meeste verbanden heeft, wie tussen anderen in staat, en welke groepen samenhangen, "
    "elk met een zin die zegt wat dat hier betekent."
)


def command(words: Sequence[str]) -> int:
    """Show the measures."""
    options = Options("measures", _ABOUT)
    options.option(
        "--by", "betweenness (wie tussen anderen staat) of degree (wie de meeste verbanden heeft)",
        type=one_of("betweenness", "degree"), default="betweenness", metavar="MAAT",
    )  # fmt: skip
    options.option("--kind", "alleen deze soort: persoon, organisatie, initiatief …", metavar="SOORT", default="")
    options.option("--as-of", "het netwerk zoals het op deze dag was", type=day, metavar="DATUM")
    options.option("--limit", "zoveel hooguit (standaard 20)", type=whole(1, 1000), default=20, metavar="N")
    after_option(options)
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.analytics import measures

    with graph_of(told) as graph:
        ask = partial(measures, graph, by=wishes.by, kind=wishes.kind, as_of=wishes.as_of or "")
        return show_page(graph, told, wishes, ask, _tell)


def _tell(found: Measures, paper: Paper, invented: Collection[str], before: int) -> None:
    from api.cli.telling import INVENTED, kind_of, tell_rest

    paper.line(found.message)
    paper.line(found.explained.network)
    paper.raw("")
    paper.heading("Wie tussen anderen in staat" if found.by == "betweenness" else "Wie de meeste verbanden heeft")
    paper.line(found.explained.betweenness if found.by == "betweenness" else found.explained.degree, 2)
    for item in found.items:
        notes = [kind_of(item), *([INVENTED] if item.id in invented else [])]
        paper.line(f"• {clean(item.words)} ({', '.join(notes)}).", 2)
    tell_rest(before + len(found.items), found.total, paper, f"verder met --after {found.next}")
    paper.raw("")
    paper.heading(f"Groepen ({len(found.communities)} van {found.communities_total})")
    paper.line(found.explained.community, 2)
    for group in found.communities:
        paper.line(f"• {clean(group.name)}: {clean(group.words)}.", 2)
