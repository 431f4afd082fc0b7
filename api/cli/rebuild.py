"""``samenspel rebuild``: the graph anew from the ledger, or a check that it follows from it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from api.cli.output import print_json
from api.cli.parser import Options
from api.cli.progress import patience
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import Fault

_ABOUT = (
    "Bouwt de graaf opnieuw op uit het grootboek van beweringen en besluiten. Met --check verandert er niets: "
    "dan wordt nagegaan of de graaf precies is wat uit het grootboek volgt."
)
_SHOWN = 50


def command(words: Sequence[str]) -> int:
    """Rebuild or check; a check that finds differences ends with the status of a fault of ours."""
    options = Options("rebuild", _ABOUT)
    options.option("--check", "alleen nagaan, niets veranderen")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.ledger.rebuild import rebuild

    with graph_of(told, writing=not wishes.check) as graph, patience("Alles wordt opnieuw afgeleid …"):
        differences = rebuild(graph, check=wishes.check).items
    paper = paper_of(told)
    if wishes.json:
        print_json(json.dumps({"check": wishes.check, "differences": list(differences)}, ensure_ascii=False, indent=2))
    elif not differences:
        paper.raw("Geen verschil: de graaf volgt precies uit het grootboek.")
    else:
        for difference in differences[:_SHOWN]:
            paper.line(difference, 2)
        if len(differences) > _SHOWN:
            paper.raw(f"… en nog {len(differences) - _SHOWN}.", 2)
        paper.raw(f"{len(differences)} verschillen{'.' if wishes.check else ' hersteld.'}")
    return Fault.exit_status if differences and wishes.check else 0
