"""``samenspel stale``: what nobody saw or confirmed for long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, on_day, print_json
from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results.stale import Stale

_ABOUT = (
    "Toont verbanden waarvan alle bronnen lang niet meer bekeken zijn en die niemand bevestigde, het langst geleden "
    "eerst. Lees de bron opnieuw, of bevestig met 'samenspel confirm NUMMER': dan is het verband weer vers."
)


def command(words: Sequence[str]) -> int:
    """Show what has become stale."""
    options = Options("stale", _ABOUT)
    options.option("--months", "zo lang niet gezien (standaard 12)", type=whole(0, 600), default=12, metavar="N")
    options.option("--limit", "zoveel hooguit (standaard 50)", type=whole(1, 1000), default=50, metavar="N")
    options.option("--after", "zoveel overslaan", type=whole(0, 1_000_000), default=0, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.stale import stale

    with graph_of(told) as graph:
        found = stale(graph, months=wishes.months, after=wishes.after, limit=wishes.limit)
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Stale, paper: Paper) -> None:
    from api.cli.telling import tell_claims, tell_rest

    few = {0: "Geen enkel verband is", 1: "1 verband is"}
    paper.line(f"{few.get(found.total, f'{found.total} verbanden zijn')} sinds {on_day(found.since)} niet meer gezien.")
    for item in found.items:
        link = item.link
        seen, number = on_day(link.last_seen or ""), link.claims[0].id
        paper.raw("")
        paper.raw(f"{clean(link.sentence)}  {paper.dim(f'(gezien {seen}, nummer {number})')}")
        tell_claims(link.claims, paper, 2, link.claim_count)
    tell_rest(len(found.items), found.total, paper, "meer met --limit of --after")
