"""``samenspel changes``: what changed since a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, on_day, print_json
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from queries.results.changes import Changes

_ABOUT = (
    "Toont wat er sinds een dag veranderd is: wie erbij kwam of wegging, nieuwe namen, nieuwe en vervallen verbanden "
    "en gegevens, elk als zin met citaat. Wat alleen door beter lezen anders werd en wat mensen besloten, met --all."
)
_CAUSES = {"reader": "beter gelezen", "person": "door mensenhand"}


def command(words: Sequence[str]) -> int:
    """Show what changed, latest first."""
    options = Options("changes", _ABOUT)
    options.option("--since", "vanaf deze dag: 2025-03-18, 2025-03 of 2025 (verplicht)", type=day, metavar="DATUM")
    options.option("--about", "alleen wat dit ding aangaat: een id of naam", metavar="DING", default="")
    options.option("--all", "ook wat alleen beter gelezen werd, en wat mensen besloten")
    options.option("--limit", "zoveel hooguit (standaard 50)", type=whole(1, 1000), default=50, metavar="N")
    options.option("--after", "zoveel overslaan", type=whole(0, 1_000_000), default=0, metavar="N")
    wishes = options.read(words)
    if not wishes.since:
        raise BadQuestion("Zeg sinds wanneer, bijvoorbeeld --since 2025-03-18.")
    told = settings_of(wishes)
    from queries.changes import changes

    with graph_of(told) as graph:
        found = changes(
            graph, wishes.since, about=wishes.about, everything=wishes.all, after=wishes.after, limit=wishes.limit
        )
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Changes, paper: Paper) -> None:
    from api.cli.telling import tell_claims, tell_rest
    from graph_model.dates import in_words

    since = in_words(found.since)
    few = {0: "Er is niets veranderd", 1: "Er is 1 verandering"}
    count = few.get(found.total, f"Er zijn {found.total} veranderingen")
    paper.line(f"{count} sinds {since}.")
    for item in found.items:
        paper.raw("")
        notes = [on_day(item.at), *([_CAUSES[item.cause]] if item.cause in _CAUSES else [])]
        paper.raw(f"{clean(item.words)}.  {paper.dim('(' + ', '.join(notes) + ')')}")
        tell_claims(item.claims, paper, 2, item.claim_count)
    tell_rest(len(found.items), found.total, paper, "meer met --limit of --after")
