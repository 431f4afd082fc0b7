"""``samenspel restore``: a backup in the place of what the graph holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from api.cli.output import on_day, print_json
from api.cli.parser import Options
from api.cli.progress import patience
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import BadQuestion
from queries.ledger.contents import is_empty

_ABOUT = (
    "Zet een back-up terug, in de plaats van alles wat er in de graaf staat. Het bestand wordt eerst helemaal "
    "nagekeken; is het beschadigd of nieuwer dan dit programma, dan verandert er niets. Wie in de back-up of hier "
    "vergeten is, blijft vergeten."
)


def command(words: Sequence[str]) -> int:
    """Restore a backup."""
    options = Options("restore", _ABOUT, needs="BESTAND")
    options.argument("file", "BESTAND", "een back-up van samenspel backup")
    options.option("--yes", "vervang wat er in de graaf staat zonder nog eens te vragen")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.backup import restore

    with graph_of(told, writing=True) as graph:
        if not wishes.yes and not is_empty(graph.for_upkeep()) and not _agreed():
            print("Er is niets veranderd.", file=sys.stderr)
            return 0
        with patience("De back-up wordt nagekeken en teruggezet …"):
            done = restore(graph, Path(wishes.file).expanduser().resolve())
    if wishes.json:
        print_json(json.dumps(asdict(done), ensure_ascii=False, indent=2))
        return 0
    paper = paper_of(told)
    pages, claims = done.rows.get("Page", 0), done.rows.get("Claim", 0)
    paper.line(f"Teruggezet: {pages} pagina's en {claims} beweringen, zoals zij waren op {on_day(done.made)}.")
    if done.kept_out:
        names = "1 naam die hier vergeten is" if done.kept_out == 1 else f"{done.kept_out} namen die hier vergeten zijn"
        paper.line(f"Uit de back-up weggelaten: {names}.")
    return 0


def _agreed() -> bool:
    """Ask once before all is replaced; where nobody can answer, --yes is needed."""
    if not sys.stdin.isatty():
        raise BadQuestion("Er staat al iets in deze graaf; geef --yes om dat te vervangen door de back-up.")
    print("Dit vervangt alles wat er in de graaf staat.")
    return input("Doorgaan? [j/N] ").strip().lower() in ("j", "ja", "y", "yes")
