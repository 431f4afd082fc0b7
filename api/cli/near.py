"""``samenspel near``: initiatives near a care organisation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, day, number, whole
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results import Near, Neighbour

_ABOUT = (
    "Initiatieven in de buurt van een zorgorganisatie (of van iets anders met een plaats), geordend naar afstand en "
    "naar wat hen verbindt, elk met de redenen."
)


def command(words: Sequence[str]) -> int:
    """Show what is near the thing that the words name."""
    options = Options("near", _ABOUT, needs="DING")
    options.argument("thing", "DING", "een id, een naam in elke spelling, of woorden", nargs="+")
    options.option("--km", "straal in kilometers (standaard 15)", type=number(0, 500), default=15.0, metavar="KM")
    options.option("--theme", "alleen rond dit thema", metavar="THEMA", default="")
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    options.option("--limit", "zoveel hooguit", type=whole(1, 1000), default=20, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.invented import invented_things
    from queries.near import near

    with graph_of(told) as graph:
        found = near(
            graph, " ".join(wishes.thing), km=wishes.km, theme=wishes.theme, as_of=wishes.as_of or "",
            limit=wishes.limit,
        )  # fmt: skip
        invented = frozenset() if wishes.json else invented_things(graph)[0]
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told), invented)
    return 0


def _tell(found: Near, paper: Paper, invented: Collection[str]) -> None:
    from api.cli.telling import kind_of, tell_name, tell_rest

    tell_name(found.thing, kind_of(found.thing), paper, invented)
    if found.origins:
        where = ", ".join(clean(origin.thing.name) for origin in found.origins)
        paper.line(f"Gemeten vanaf {where}; straal {found.radius_km:g} km.", 2)
    if found.message:
        paper.line(found.message, 2)
    _tell_neighbours(found.initiatives, paper, invented)
    tell_rest(len(found.initiatives), found.total, paper, "meer met --limit")
    _tell_group("Verder weg, maar wel verbonden", found.beyond, paper, invented)
    _tell_group("Verbonden; waar het is, is niet bekend", found.unplaced, paper, invented)
    paper.raw("")
    known = found.coverage
    paper.raw(paper.dim(f"Van {known.with_position} van de {known.initiatives} initiatieven is bekend waar ze zijn."))


def _tell_group(title: str, neighbours: Sequence[Neighbour], paper: Paper, invented: Collection[str]) -> None:
    if neighbours:
        paper.raw("")
        paper.heading(title)
        _tell_neighbours(neighbours, paper, invented)


def _tell_neighbours(neighbours: Sequence[Neighbour], paper: Paper, invented: Collection[str]) -> None:
    from api.cli.telling import tell_claims, tell_name

    for place, neighbour in enumerate(neighbours, start=1):
        paper.raw("")
        tell_name(neighbour.thing, f"score {neighbour.score:.2f}", paper, invented, f"{place}. ")
        paper.line(clean(neighbour.words), 3)
        for reason in neighbour.reasons:
            paper.line(f"• {clean(reason.words)}", 3)
            tell_claims(reason.claims, paper, 5)
