"""``samenspel themes``: which initiatives are about which themes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, day, one_of, whole
from api.cli.session import graph_of, paper_of, settings_of
from api.cli.sheets import say_written, write_sheet

if TYPE_CHECKING:
    from queries.results.themes import Themes

_ABOUT = (
    "Welke initiatieven over welke thema's gaan, met tellingen van bronnen; van wie geen bron een thema noemt, is dat "
    "onbekend. Een initiatief telt mee bij het thema van een bijeenkomst of bron waar het deel aan heeft."
)
_SHOWN = 20


def command(words: Sequence[str]) -> int:
    """Show the themes with their numbers, or write the table to a file."""
    options = Options("themes", _ABOUT)
    options.option(
        "--region", "alleen initiatieven in deze provincie, gemeente of plaats", metavar="STREEK", default=""
    )
    options.option("--theme", "alleen dit thema, met citaten", metavar="THEMA", default="")
    for name, words_for in (("--from", "vanaf"), ("--to", "tot en met")):
        options.option(name, f"alleen bijeenkomsten en bronnen {words_for} deze dag", type=day, metavar="DATUM")
    options.option("--as-of", "alleen wat op deze dag gold", type=day, metavar="DATUM")
    options.option(
        "--limit", "zoveel paren en citaten hooguit (standaard 50)", type=whole(1, 1000), default=50, metavar="N"
    )
    options.option("--csv", "schrijf de tabel in dit bestand", metavar="BESTAND", default="")
    options.option(
        "--csv-style", "dutch (voor een Nederlands rekenblad) of pandas", type=one_of("dutch", "pandas"),
        default="dutch", metavar="STIJL",
    )  # fmt: skip
    options.option(
        "--sheet", "wat er in het bestand komt: table of lift", type=one_of("table", "lift"), default="table",
        metavar="BLAD",
    )  # fmt: skip
    wishes = options.read(words)
    told = settings_of(wishes)
    from queries.themes import themes

    with graph_of(told) as graph:
        found = themes(
            graph, region=wishes.region, theme=wishes.theme, since=getattr(wishes, "from") or "", until=wishes.to or "",
            as_of=wishes.as_of or "", limit=wishes.limit,
        )  # fmt: skip
    if wishes.csv:
        from queries.themes.sheet import lift_sheet, table_sheet

        make = table_sheet if wishes.sheet == "table" else lift_sheet
        write_sheet(Path(wishes.csv), make(found, wishes.csv_style), wishes.csv_style)
    if wishes.json:
        print_json(found.json_text())
    elif wishes.csv:
        say_written(paper_of(told), wishes.csv)
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Themes, paper: Paper) -> None:
    paper.line(found.message)
    with_initiatives = [theme for theme in found.themes if theme.initiatives]
    paper.raw("")
    paper.table([
        (clean(theme.name), f"{_many(theme.initiatives, 'initiatief', 'initiatieven')}, "
         f"{_many(theme.documents, 'bron', 'bronnen')}, {_many(theme.claims, 'bewering', 'beweringen')}")
        for theme in with_initiatives
    ])  # fmt: skip
    _tell_without(found, paper)
    _tell_together(found, paper)
    _tell_evidence(found, paper)
    paper.raw("")
    known = found.coverage
    paper.line(
        f"Dit rust op {_many(known.sources, 'bron', 'bronnen')}, waarvan {known.pages} gelezen; van "
        f"{known.initiatives_without_place} initiatieven is geen plaats bekend."
    )
    if known.undated:
        paper.line(f"{known.undated} keer zegt geen bron wanneer; dat telt in deze periode niet mee.")


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _tell_without(found: Themes, paper: Paper) -> None:
    without = [clean(theme.name) for theme in found.themes if not theme.initiatives]
    if without:
        where = f" in {clean(found.region.words)}" if found.region else ""
        paper.raw("")
        paper.heading(f"Thema's waarbij geen initiatief{where} bekend is")
        more = f" … en nog {len(without) - _SHOWN}" if len(without) > _SHOWN else ""
        paper.line(", ".join(without[:_SHOWN]) + more, 2)


def _tell_together(found: Themes, paper: Paper) -> None:
    if found.lift:
        paper.raw("")
        paper.heading("Thema's die samengaan")
        for one in found.lift[:_SHOWN]:
            paper.line(f"{clean(one.words)}.", 2)


def _tell_evidence(found: Themes, paper: Paper) -> None:
    from api.cli.telling import tell_claims

    for one in found.evidence:
        paper.raw("")
        paper.line(f"{clean(one.words)}.")
        tell_claims(one.claims, paper, 2)
