"""``samenspel demo``: the register of the movement and invented sample pages in a graph of its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from shlex import quote
from typing import TYPE_CHECKING

from api.cli.links import tell
from api.cli.parser import Options, whole
from api.cli.progress import Counter, patience
from api.cli.session import graph_of, paper_of, settings_of
from api.settings import Settings
from graph_model.errors import NotAllowed

if TYPE_CHECKING:
    from api.cli.output import Paper
    from queries import Graph

_ABOUT = (
    "Leest het meegeleverde register van de beweging en verzonnen voorbeeldpagina's in een eigen graaf (de map 'demo' "
    "in de gegevensmap, of een lege graaf op SAMENSPEL_GRAPH) en toont die als webpagina. Bij een volgende keer blijft "
    "die graaf zoals hij is."
)
_SHOWN = (("Uit het register:", "Austerlitz Zorgt"), ("Uit de verzonnen voorbeeldpagina's:", "'t Naoberhoês"))
_LINKS = 6
_FURTHER = (
    "links Warande", "near Warande", "near 'De Wilgenbeemd'", "why 'Buurtkring Berkelpoort' 'De Wilgenbeemd'",
    "overview", "serve",
)  # fmt: skip


def command(words: Sequence[str]) -> int:
    """Make the graph where it is missing, and serve it; or only show the links of two things in it."""
    options = Options("demo", _ABOUT, json=False)
    options.option(
        "--port", "poort van de webpagina (anders 8000, of de eerste vrije daarna)", type=whole(0, 65_535),
        metavar="POORT",
    )  # fmt: skip
    options.option("--no-serve", "alleen de graaf maken en er iets uit tonen, geen webpagina starten")
    wishes = options.read(words)
    told = settings_of(wishes)
    told = replace(told, data=told.data / "demo") if told.embedded else told
    told = told if wishes.port is None else replace(told, port=wishes.port)
    with ExitStack() as until_the_end:
        if not wishes.no_serve:
            from api.server import listen

            # Before the work, so that a port that is taken is told at once.
            listening = until_the_end.enter_context(listen(told, or_next=wishes.port is None))
        graph = until_the_end.enter_context(graph_of(told, writing=True))
        fill(graph, told)
        if wishes.no_serve:
            _look_around(graph, told, paper_of(told))
        else:
            from api.cli.serve import open_doors

            paper_of(told).line(f"De voorbeeldgraaf staat in {told.place}; verzonnen voorbeelden zijn gemerkt.")
            open_doors(graph, told, listening)
    return 0


def fill(graph: Graph, told: Settings) -> None:
    """Read what ships with the program into the graph, unless this edition of it is what the graph holds.

    :raises NotAllowed: when anything else is in the graph.
    """
    from queries.ledger.contents import holds_only

    if not holds_only(graph, "demo"):
        raise NotAllowed(
            f"In de graaf op {told.place} staat al iets anders; de voorbeelden gaan daar niet bij. Kies met --data een "
            "andere map, of met SAMENSPEL_GRAPH een lege graaf."
        )
    with patience("De voorbeelden worden gelezen; dat hoeft alleen de eerste keer …"):
        from ingest.bundled import bundled, edition
        from ingest.pipeline import read_into

        if _is_of(graph, edition()):
            return
        listing = bundled()
        counter = Counter("Bronnen vastgelegd", len(listing.pages))
        with counter.counting():
            read_into(graph, listing, "demo", (_stamp(edition()),), progress=counter.at)


def _is_of(graph: Graph, edition: str) -> bool:
    """Whether the last thing that was done with the graph is wholly reading this edition into it."""
    from queries.ledger.runs import runs

    last = runs(graph, 1)
    return bool(last) and (last[0].status, last[0].arguments) == ("done", (_stamp(edition),))


def _stamp(edition: str) -> str:
    return f"(uitgave {edition})"


def _look_around(graph: Graph, told: Settings, paper: Paper) -> None:
    """The links of a thing of the register and of one of the sample pages, and how to go on."""
    from queries.invented import invented_things
    from queries.links import links

    invented = invented_things(graph)[0]
    paper.line(f"De voorbeeldgraaf staat in {told.place}.")
    for title, thing in _SHOWN:
        paper.raw("")
        paper.heading(title)
        tell(links(graph, thing, limit=_LINKS), paper, invented)
    paper.raw("")
    paper.raw("Kijk verder, bijvoorbeeld:")
    where = f" --data {quote(str(told.data))}" if told.embedded else ""
    for example in _FURTHER:
        paper.raw(f"samenspel {example}{where}", 2)
