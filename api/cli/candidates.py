"""``samenspel candidates``: what waits for somebody's yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results import Candidates

_ABOUT = (
    "Toont wat pagina's lijken te zeggen maar te onzeker is om te tonen, met citaat: het wacht op een ja "
    "('samenspel confirm NUMMER') of een nee ('samenspel correct NUMMER --reason WAAROM')."
)


def command(words: Sequence[str]) -> int:
    """Show the candidates, the surest first."""
    options = Options("candidates", _ABOUT)
    options.option("--about", "alleen wat dit ding noemt: een id of naam", metavar="DING", default="")
    options.option("--limit", "zoveel hooguit (standaard 20)", type=whole(1, 1000), default=20, metavar="N")
    options.option("--after", "zoveel overslaan", type=whole(0, 1_000_000), default=0, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.candidates import candidates

    with graph_of(told) as graph:
        found = candidates(graph, wishes.about, after=wishes.after, limit=wishes.limit)
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Candidates, paper: Paper) -> None:
    from api.cli.telling import tell_claims, tell_rest

    about = f" over {clean(found.about.name)}" if found.about else ""
    count = {0: "Er wacht niets", 1: "Er wacht 1 bewering"}.get(found.total, f"Er wachten {found.total} beweringen")
    paper.line(f"{count}{about}.")
    for item in found.items:
        paper.raw("")
        sure = f"{item.claim.confidence:.2f}".replace(".", ",")
        paper.raw(f"{clean(item.words)}  {paper.dim(f'({sure}, nummer {item.claim.id})')}")
        tell_claims([item.claim], paper, 2)
    tell_rest(len(found.items), found.total, paper, "meer met --limit of --after")
