"""``samenspel overview``: how much there is, how fresh, how well read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, print_json
from api.cli.parser import Options
from api.cli.session import graph_of, paper_of, settings_of

if TYPE_CHECKING:
    from queries.results import Overview

_ABOUT = "Hoeveel er in de graaf staat, hoe vers het is en hoe goed het gelezen is."


def command(words: Sequence[str]) -> int:
    """Show the counts of the graph."""
    wishes = Options("overview", _ABOUT).read(words)
    told = settings_of(wishes)
    from queries.overview import overview

    with graph_of(told) as graph:
        found = overview(graph)
    if wishes.json:
        print_json(found.json_text())
    else:
        _tell(found, paper_of(told))
    return 0


def _tell(found: Overview, paper: Paper) -> None:
    from graph_model.schema import LINK_KINDS, NODE_KINDS

    paper.heading("Dingen")
    paper.table([(NODE_KINDS[kind].dutch_plural, str(count)) for kind, count in found.counts.things.items() if count])
    paper.heading("Verbanden")
    paper.table([(LINK_KINDS[kind].forwards, str(count)) for kind, count in found.counts.links.items() if count])
    paper.heading("Bronnen")
    paper.table([
        ("pagina's", f"{found.counts.pages}, herkomst: {found.reading.hosts}"),
        ("verdwenen", str(found.reading.pages_gone)),
        ("zonder vondst", str(found.reading.pages_without_things)),
        ("beweringen", f"{found.counts.claims}, waarvan {found.counts.candidates} nog te onzeker om te tonen"),
        ("één bron", f"{found.reading.links_with_one_source} verbanden"),
        ("zonder plaats", f"{found.reading.initiatives_without_position} initiatieven"),
        ("gelezen", _moment(found.freshness.last_read)),
        ("nagekeken", _moment(found.freshness.last_checked)),
        ("geschreven", f"{found.freshness.oldest_published or '?'} t/m {found.freshness.newest_published or '?'}"),
    ])  # fmt: skip


def _moment(iso: str | None) -> str:
    return f"{iso[:16].replace('T', ' ')} UTC" if iso else "nog nooit"
