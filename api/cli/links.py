"""``samenspel links``: who or what a thing is linked to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean
from api.cli.paging import after_option, show_page
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, settings_of

if TYPE_CHECKING:
    from queries.results import Links

_ABOUT = "Toont met wie of wat een ding verbonden is, per soort verband, met data en citaten."


def command(words: Sequence[str]) -> int:
    """Show the links of the thing that the words name."""
    options = Options("links", _ABOUT, needs="DING")
    options.argument("thing", "DING", "een id, een naam in elke spelling, of woorden", nargs="+")
    options.option("--kind", "alleen deze soort verband of dit soort ding", metavar="SOORT", default="")
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    options.option("--known", "zoals het op deze dag bekend was; dat duurt even", type=day, metavar="DATUM")
    after_option(options)
    options.option("--limit", "zoveel hooguit", type=whole(1, 1000), default=50, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.links import links

    with graph_of(told) as graph:
        ask = partial(
            links, graph, " ".join(wishes.thing), kind=wishes.kind, as_of=wishes.as_of or "", known=wishes.known or ""
        )
        return show_page(graph, told, wishes, ask, tell)


def tell(found: Links, paper: Paper, invented: Collection[str], before: int = 0) -> None:
    """The links of a thing, for people; ``before``: how many were left out because they came on earlier pages."""
    from api.cli.telling import tell_claims, tell_links, tell_rest, tell_thing

    tell_thing(found.thing, paper, invented)
    none = "Toen waren er nog geen verbanden bekend." if found.known else "Geen verbanden gevonden."
    count = {0: none, 1: "1 verband."}.get(found.total, f"{found.total} verbanden.")
    groups = ", ".join(f"{group.words} ({group.count})" for group in found.groups)
    paper.line(f"{count[:-1]}: {groups}." if len(found.groups) > 1 else count, 2)
    tell_links(found.links, paper, undated=bool(found.as_of))
    tell_rest(before + len(found.links), found.total, paper, f"verder met --after {found.next}")
    if found.lapsed:
        paper.raw("")
        paper.heading("werd toen gelezen en staat er nu niet meer; wanneer het ophield, is niet gezegd")
    for past in found.lapsed:
        seen = f"gezien van {past.first_seen[:10]} tot {past.last_seen[:10]}"
        paper.raw(f"{clean(past.sentence)}  {paper.dim(f'({seen})')}", 2)
        tell_claims(past.claims, paper, 4)
