"""``samenspel serve``: the web pages and the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from api.cli.parser import Options, whole
from api.cli.session import graph_of, paper_of, settings_of
from api.settings import Settings

if TYPE_CHECKING:
    from socket import socket

    from queries import Graph

_ABOUT = (
    "Start de webpagina en de API op dit apparaat. Alleen dit apparaat kan erbij, tenzij --host iets anders zegt; "
    "dan moet er eerst een sleutel zijn (samenspel token new)."
)


def command(words: Sequence[str]) -> int:
    """Serve the graph of the settings until Ctrl-C."""
    options = Options("serve", _ABOUT, json=False)
    options.option("--host", "adres waarop geluisterd wordt (standaard 127.0.0.1)", metavar="ADRES", default="")
    options.option(
        "--port", "poort waarop geluisterd wordt (standaard 8000; 0: een vrije)", type=whole(0, 65_535), metavar="POORT"
    )
    options.option("--log", "schrijf van elke vraag een regel JSON op standaardfout, zonder wat er gevraagd werd")
    wishes = options.read(words)
    told = settings_of(wishes)
    told = replace(told, host=wishes.host or told.host, port=told.port if wishes.port is None else wishes.port)
    from api.server import listen

    with listen(told) as listening, graph_of(told) as graph:
        graph.answer(lambda reading: reading.version)  # a graph that is not there is told now, not on the first page
        open_doors(graph, told, listening, log=wishes.log)
    return 0


def open_doors(graph: Graph, told: Settings, listening: socket, *, log: bool = False) -> None:
    """Say where the web page is, and serve the graph there until Ctrl-C; ``log``: tell of every request."""
    from api.server import address_of, serve
    from api.watching import begin_log

    begin_log(requests=log)
    paper = paper_of(told)
    paper.raw(f"Samenspel staat klaar op {paper.bold(address_of(listening))}")
    paper.raw(paper.dim("Stoppen: Ctrl-C."))
    paper.stream.flush()
    serve(graph, told, listening)
