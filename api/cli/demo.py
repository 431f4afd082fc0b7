"""``samenspel demo``: a graph of invented pages, to look around in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from api.cli.links import tell
from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of
from api.settings import Settings
from graph_model.errors import NotAllowed

if TYPE_CHECKING:
    from queries import Graph

_ABOUT = (
    "Leest drie verzonnen voorbeeldpagina's in een eigen graaf (de map 'demo' in de gegevensmap) en laat er iets uit "
    "zien. Bij een volgende keer blijft die graaf zoals hij is."
)
_SHOWN = "'t Naoberhoês"


def _refuse_other_contents(graph: Graph, told: Settings) -> None:
    """The samples never go into a graph that holds anything else.

    :raises NotAllowed: when something else was done with it.
    """
    from queries.ledger import runs

    if any(run.command not in ("demo", "undo") for run in runs(graph, 1000)):
        raise NotAllowed(f"In de graaf op {told.place} staat al iets anders; de voorbeelden gaan daar niet bij.")


def command(words: Sequence[str]) -> int:
    """Make the sample graph where it is missing, and show the links of one thing in it."""
    options = Options("demo", _ABOUT, json=False)
    options.option("--port", "poort van de webpagina", type=whole(0, 65_535), default=8000, metavar="POORT")
    options.option("--no-serve", "alleen de graaf maken, geen webpagina starten")
    told = settings_of(options.read(words))
    told = replace(told, data=told.data / "demo") if told.embedded else told
    from ingest.pipeline import read_into
    from ingest.samples import sample_pages
    from queries.links import links

    with graph_of(told, writing=True) as graph:
        _refuse_other_contents(graph, told)
        report = read_into(graph, sample_pages(), "demo")
        found = links(graph, _SHOWN)
    paper = paper_of(told)
    paper.raw(f"Voorbeeldgraaf met {report.pages} verzonnen pagina's in {told.place}.")
    paper.raw("")
    tell(found, paper)
    paper.raw("")
    paper.raw("Kijk verder, bijvoorbeeld:")
    where = f" --data {told.data}" if told.embedded else ""
    for example in ("near De Wilgenbeemd", "why \"'t Naoberhoês\" 'Buurtkring Berkelpoort'", "overview"):
        paper.raw(f"samenspel {example}{where}", 2)
    return 0
