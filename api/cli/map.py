"""``samenspel map``: the network, or what is around one thing, as one file that works offline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from api.cli.output import clean, print_json
from api.cli.parser import Options, day, whole
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.dates import in_words
from graph_model.errors import BadQuestion

_ABOUT = (
    "Tekent het netwerk, of wat er rond één ding is, in één bestand dat zonder internet werkt: zoeken, kiezen, en de "
    "citaten achter elk verband."
)


def command(words: Sequence[str]) -> int:
    """Write the map of everything, or of the thing that the words name."""
    options = Options("map", _ABOUT, needs="[DING]")
    options.argument("thing", "DING", "een id, een naam in elke spelling, of woorden; weglaten: alles", nargs="*")
    options.option("--out", "het bestand dat gemaakt wordt", metavar="BESTAND", default="")
    options.option(
        "--steps", "zoveel stappen rond het ding: 1 of 2 (standaard 2)", type=whole(1, 2), default=2, metavar="N"
    )
    options.option(
        "--limit", "zoveel dingen hooguit (standaard 2000, rond een ding 150)", type=whole(1, 5000), metavar="N"
    )
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    wishes = options.read(words)
    if not wishes.out and not wishes.json:
        raise BadQuestion("Zeg met --out BESTAND waar de kaart komt, bijvoorbeeld --out kaart.html.")
    told = settings_of(wishes)
    from visualizations.drawing import draw
    from visualizations.export import write

    with graph_of(told) as graph:
        drawn = draw(
            graph, " ".join(wishes.thing), steps=wishes.steps, limit=wishes.limit, quotes=bool(wishes.out),
            as_of=wishes.as_of or "",
        )  # fmt: skip
    if wishes.out:
        write(drawn, Path(wishes.out))
    if wishes.json:
        print_json(drawn.model_copy(update={"quotes": {}}).json_text())
        return 0
    paper = paper_of(told)
    then = f" van {in_words(drawn.as_of)}," if drawn.as_of else ""
    size = f"{len(drawn.things)} dingen en {len(drawn.links)} verbanden"
    paper.line(
        f"Kaart{then} met {size} geschreven naar {clean(wishes.out)}; "
        "open het bestand in een browser. Het werkt zonder internet."
    )
    if len(drawn.things) < drawn.total and drawn.thing is None and not drawn.as_of:
        paper.line(f"Dat zijn de dingen met de meeste verbanden, van {drawn.total}; meer met --limit.")
    return 0
