"""``samenspel why``: how two things are linked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results import Why

_ABOUT = (
    "Hoe twee dingen verbonden zijn: de kortste wegen van het ene naar het andere, stap voor stap, met citaten. Is er "
    "geen weg, dan staat er wat het dichtst in de buurt komt. Zet namen van meer woorden tussen aanhalingstekens."
)


def command(words: Sequence[str]) -> int:
    """Show the paths between two things."""
    options = Options("why", _ABOUT, needs="DING DING")
    options.argument("origin", "DING", "waar de weg begint: een id of naam")
    options.argument("target", "DING", "waar de weg eindigt: een id of naam")
    options.option("--max", "zoveel wegen hooguit (standaard 3)", type=whole(1, 10), default=3, metavar="N")
    options.option(
        "--through", "ook via plaatsen, thema's of bronnen (met komma's ertussen)", metavar="SOORTEN", default=""
    )
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.why import why

    with graph_of(told) as graph:
        found = why(
            graph, wishes.origin, wishes.target, paths=wishes.max, through=wishes.through, as_of=wishes.as_of or ""
        )
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Why, paper: Paper) -> None:
    from api.cli.telling import tell_claims

    paper.line(clean(found.message))
    for place, path in enumerate(found.paths, start=1):
        paper.raw("")
        steps = "1 stap" if path.length == 1 else f"{path.length} stappen"
        paper.heading(f"Weg {place}: {steps}")
        if path.weak:
            paper.line(f"Zwak: {clean('; '.join(path.weak))}.", 2)
        for step in path.steps:
            undated = f" ({step.note})" if step.note and found.as_of else ""
            paper.line(f"{clean(step.sentence)}{undated}.", 2)
            tell_claims(step.claims, paper, 4, step.claim_count)
    for nearest in found.nearest:
        if nearest.words not in found.message:
            paper.raw("")
            paper.line(f"{clean(nearest.words)}.", 2)
        tell_claims(nearest.claims, paper, 4)
