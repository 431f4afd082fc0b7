"""``samenspel mcp``: the same questions for a language model's program, over standard input and output."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.parser import Options
from api.cli.session import graph_of, settings_of
from graph_model.errors import BadQuestion

_ABOUT = (
    "Beantwoordt dezelfde vragen voor het programma van een taalmodel, over standaardinvoer en -uitvoer (Model Context "
    "Protocol): alleen lezen, met citaten. Zo'n programma start dit commando zelf."
)


def command(words: Sequence[str]) -> int:
    """Answer until the other side closes."""
    options = Options("mcp", _ABOUT, json=False)
    told = settings_of(options.read(words))
    try:
        from api.mcp.server import make_server
    except ModuleNotFoundError as missing:
        if missing.name is None or not missing.name.startswith("mcp"):
            raise
        raise BadQuestion("Hiervoor is een uitbreiding nodig: pip install 'samenspel[mcp]'.") from missing

    with graph_of(told) as graph:
        graph.answer(lambda reading: reading.version)  # a graph that is not there is told now
        make_server(graph).run("stdio")
    return 0
