"""``samenspel gaps``: what is missing between initiatives, and on whom the network hangs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results.gaps import Gaps
    from queries.results.things import Link

_ABOUT = (
    "Wat er ontbreekt: initiatieven met hetzelfde thema in dezelfde gemeente waartussen geen verband bekend is, "
    "thema's waarbij geen initiatief bekend is, en mensen, organisaties en verbanden waaraan het netwerk hangt. Alles "
    "voor zover bronnen het vertellen."
)
_LINKS = 3


def command(words: Sequence[str]) -> int:
    """Show what is missing and who bridges."""
    options = Options("gaps", _ABOUT)
    options.option("--region", "alleen in deze provincie, gemeente of plaats", metavar="STREEK", default="")
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    options.option("--limit", "zoveel van elk hooguit (standaard 20)", type=whole(1, 200), default=20, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.gaps import gaps

    with graph_of(told) as graph:
        found = gaps(graph, region=wishes.region, as_of=wishes.as_of or "", limit=wishes.limit)
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Gaps, paper: Paper) -> None:
    from api.cli.telling import tell_claims

    paper.line(found.message)
    _heading(paper, "Zelfde thema en gemeente, geen verband bekend", len(found.pairs), found.pairs_total)
    for pair in found.pairs:
        paper.line(f"• {clean(pair.words)}.", 2)
        tell_claims(pair.claims, paper, 4)
    _heading(paper, "Thema's waarbij geen initiatief bekend is", len(found.themes), found.themes_total)
    for theme in found.themes:
        paper.line(f"• {clean(theme.words)}.", 2)
    _heading(paper, "Mensen en organisaties waaraan het netwerk hangt", len(found.cut_points), found.cut_points_total)
    for cut in found.cut_points:
        paper.line(f"• {clean(cut.words)}.", 2)
        _tell_links(cut.links[:_LINKS], paper)
    _heading(paper, "Verbanden waaraan het netwerk hangt", len(found.bridges), found.bridges_total)
    for bridge in found.bridges:
        paper.line(f"• {clean(bridge.words)}.", 2)
        _tell_links(bridge.links[:_LINKS], paper, named=False)


def _heading(paper: Paper, title: str, shown: int, total: int) -> None:
    paper.raw("")
    paper.heading(f"{title} ({f'{shown} van {total}' if shown < total else total})")


def _tell_links(links: Iterable[Link], paper: Paper, *, named: bool = True) -> None:
    from api.cli.telling import tell_claims

    for link in links:
        if named:
            paper.line(f"{clean(link.sentence)}.", 4)
        tell_claims(link.claims, paper, 6, link.claim_count)
