"""``samenspel export``: the graph in the format of another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from api.cli.output import clean, print_json
from api.cli.parser import Options, one_of
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import BadQuestion

_ABOUT = (
    "Schrijft de hele graaf (dingen en verbanden, met de nummers van hun beweringen) in een formaat voor een ander "
    "programma. Teksten van bronnen en citaten gaan niet mee; wat verzonnen is, staat er als verzonnen in."
)


def command(words: Sequence[str]) -> int:
    """Write the graph to a file or a folder."""
    from queries.exports import FORMATS, export

    options = Options("export", _ABOUT, needs="FORMAAT")
    told_formats = "; ".join(f"{one.name}: {one.dutch}" for one in FORMATS.values())
    options.argument("format", "FORMAAT", told_formats, type=one_of(*FORMATS))
    options.option("--out", "het bestand of de nieuwe map die gemaakt wordt", metavar="PAD", default="")
    wishes = options.read(words)
    if not wishes.out:
        kind = "de map" if FORMATS[wishes.format].folder else "het bestand"
        raise BadQuestion(f"Zeg met --out waar {kind} komt, bijvoorbeeld --out samenspel-{wishes.format}.")
    told = settings_of(wishes)
    with graph_of(told) as graph:
        made = export(graph, wishes.format, Path(wishes.out))
    if wishes.json:
        print_json(made.json_text())
        return 0
    paper_of(told).line(f"{made.things} dingen en {made.links} verbanden geschreven naar {clean(made.path)}.")
    return 0
