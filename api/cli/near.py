"""``samenspel near``: initiatives near a care organisation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean
from api.cli.paging import after_option, show_page
from api.cli.parser import Options, day, number, whole
from api.cli.session import graph_of, settings_of

if TYPE_CHECKING:
    from queries.near import Spot
    from queries.results import Explanation, Near, Neighbour

_ABOUT = (
    "Initiatieven in de buurt van een zorgorganisatie, een initiatief, een plaats of een adres (“Dorpsstraat 3, "
    "Nuenen”), geordend naar afstand en naar wat hen verbindt, elk met de redenen."
)
_EXACT = {"address": "adres bekend", "place": "plaats bekend", "municipality": "alleen gemeente bekend"}
# So many ties are told when a score is taken apart; --json holds all.
_TIES = 8


def command(words: Sequence[str]) -> int:
    """Show what is near the thing that the words name."""
    options = Options("near", _ABOUT, needs="DING")
    options.argument("thing", "DING", "een id, een naam in elke spelling, woorden, een plaats of een adres", nargs="+")
    options.option("--km", "straal in kilometers (standaard 15)", type=number(0, 400), default=15.0, metavar="KM")
    options.option("--theme", "alleen rond dit thema", metavar="THEMA", default="")
    options.option("--form", "alleen met deze vorm, zoals zorgcoöperatie", metavar="VORM", default="")
    options.option(
        "--fresh", "alleen wat de laatste N maanden gezien of bevestigd is", type=whole(1, 600), default=0, metavar="N"
    )
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    options.option("--explain", "ook waar elke score uit bestaat")
    after_option(options)
    options.option("--limit", "zoveel hooguit", type=whole(1, 1000), default=20, metavar="N")
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.near import near

    with graph_of(told) as graph:
        ask = partial(
            near, graph, " ".join(wishes.thing), km=wishes.km, theme=wishes.theme, form=wishes.form, fresh=wishes.fresh,
            as_of=wishes.as_of or "", explain=wishes.explain, places=_places,
        )  # fmt: skip
        return show_page(graph, told, wishes, ask, _tell)


def _places(name: str) -> Sequence[Spot]:
    # The list of places is read only when the graph does not hold the name.
    from ingest.gazetteer.finding import spots

    return spots(name)


def _tell(found: Near, paper: Paper, invented: Collection[str], before: int) -> None:
    from api.cli.telling import kind_of, tell_name, tell_rest

    tell_name(found.thing, kind_of(found.thing), paper, invented)
    if found.heard:
        paper.line(clean(found.heard), 2)
    if found.origins:
        where = ", ".join(clean(origin.thing.name) for origin in found.origins)
        paper.line(f"Gemeten vanaf {where}; straal {found.radius_km:g} km.", 2)
    if found.message:
        paper.line(clean(found.message), 2)
    _tell_neighbours(found.initiatives, paper, invented, before)
    tell_rest(before + len(found.initiatives), found.total, paper, f"verder met --after {found.next}")
    _tell_group("Misschien binnen de straal: alleen de gemeente is bekend", found.perhaps, paper, invented)
    _tell_group("Verder weg, maar wel verbonden", found.beyond, paper, invented)
    _tell_group("Verbonden; waar het is, is niet bekend", found.unplaced, paper, invented)
    _tell_coverage(found, paper)


def _tell_coverage(found: Near, paper: Paper) -> None:
    known = found.coverage
    exact = ", ".join(f"{number} {_EXACT[precision]}" for precision, number in known.precision.items() if number)
    paper.raw("")
    paper.line(f"Van {known.with_position} van de {known.initiatives} initiatieven is bekend waar ze zijn ({exact}).")
    unknown = found.forms.get("", 0)
    if found.form and unknown:
        paper.line(f"Van {unknown} initiatieven binnen de straal is de vorm niet bekend; die staan er niet bij.")


def _tell_group(title: str, neighbours: Sequence[Neighbour], paper: Paper, invented: Collection[str]) -> None:
    if neighbours:
        paper.raw("")
        paper.heading(title)
        _tell_neighbours(neighbours, paper, invented)


def _tell_neighbours(
    neighbours: Sequence[Neighbour], paper: Paper, invented: Collection[str], before: int = 0
) -> None:  # fmt: skip
    from api.cli.output import on_day
    from api.cli.telling import tell_claims, tell_name

    for place, neighbour in enumerate(neighbours, start=before + 1):
        paper.raw("")
        about = ", ".join(part for part in (clean(neighbour.form or ""), f"score {neighbour.score:.2f}") if part)
        tell_name(neighbour.thing, about, paper, invented, f"{place}. ")
        seen = f"; laatst gezien op {on_day(neighbour.last_seen)}" if neighbour.last_seen else ""
        paper.line(clean(neighbour.words) + seen, 3)
        for reason in neighbour.reasons:
            paper.line(f"• {clean(reason.words)}", 3)
            tell_claims(reason.claims, paper, 5)
        if neighbour.explanation:
            _tell_explanation(neighbour.explanation, paper)


def _tell_explanation(told: Explanation, paper: Paper) -> None:
    """The score as a sum, its smallest ties taken together."""
    paper.line(f"Score {_four(told.score)}, en dat is:", 3)
    paper.line(f"{_four(told.distance.value)}  {clean(told.distance.words)}", 5)
    for tie in told.ties[:_TIES]:
        paper.line(f"{_four(tie.value)}  {clean(tie.words)}", 5)
    rest = told.ties[_TIES:]
    if rest:
        paper.line(f"{_four(sum(tie.value for tie in rest))}  {len(rest)} lichtere verbanden samen", 5)


def _four(value: float) -> str:
    return f"{value:.4f}".replace(".", ",")
