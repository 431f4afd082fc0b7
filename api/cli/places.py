"""``samenspel places import``: a list of places, for exact positions of every hamlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, one_of
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from ingest.places import PlacesReport

_ABOUT = (
    "Leest een lijst van plaatsen in: een landbestand van GeoNames (NL.txt of NL.zip), of een CSV met de kolommen "
    "name, lat en lon, en zo mogelijk municipality, province en geonames. Van plaatsen die de graaf kent, of die "
    "latere pagina's noemen, is dan bekend waar ze precies liggen. Terug: samenspel withdraw gazetteer:ingevoerd."
)
_EXACT = {"address": "adres", "place": "plaats", "municipality": "alleen gemeente", "": "onbekend"}
# So many places are named that went from municipality to exact; --json holds all.
_NAMED = 15


def command(words: Sequence[str]) -> int:
    """Bring in a list of places; lines that are wrong are status 4."""
    options = Options("places", _ABOUT, needs="import BESTAND")
    options.argument("what", "import", "wat te doen: import", type=one_of("import"))
    options.argument("file", "BESTAND", "het bestand met plaatsen")
    wishes = options.read(words)
    told = settings_of(wishes)
    from ingest.places import import_places

    with graph_of(told, writing=True) as graph:
        report = import_places(graph, Path(wishes.file), words)
    if wishes.json:
        print_json(report.json_text())
    else:
        _tell(report, paper_of(told))
    return 4 if report.not_understood else 0


def _tell(report: PlacesReport, paper: Paper) -> None:
    paper.line(
        f"{report.lines} plaatsen gelezen uit {clean(report.source)}. Van de {report.known} plaatsen in de graaf kent "
        f"de lijst er {report.placed}."
    )
    improved = report.improved
    names = ", ".join(clean(one.name) for one in improved[:_NAMED])
    more = f" en {len(improved) - _NAMED} andere" if len(improved) > _NAMED else ""
    better = {0: "Geen plaats was nog niet precies bekend.", 1: f"1 plaats is nu precies bekend: {names}."}
    paper.line(better.get(len(improved), f"{len(improved)} plaatsen zijn nu precies bekend: {names}{more}."))
    paper.table([
        ("initiatieven, eerst", _counts(report.initiatives_before)),
        ("initiatieven, nu", _counts(report.initiatives_after)),
    ])  # fmt: skip
    for wrong in report.not_understood:
        paper.line(paper.warn(f"Niet begrepen: {clean(wrong.source)}: {clean(wrong.message)}."))
    paper.raw(paper.dim(f"Run {report.run}"))


def _counts(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{numbers[known]} {words}" for known, words in _EXACT.items() if numbers.get(known))
