"""``samenspel withdraw``: a page is gone."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import on_day, print_json
from api.cli.parser import Options
from api.cli.session import graph_of, paper_of, settings_of
from api.settings import Settings
from graph_model.errors import NotFound

if TYPE_CHECKING:
    from ingest.report import GonePage

_ABOUT = (
    "Meldt dat een pagina er niet meer is. Wat alleen die pagina zei, verdwijnt uit de graaf; niets wordt gewist, en "
    "'samenspel runs undo' brengt het terug. Een pagina van een beschreven bron vervalt pas na de dagen die haar bron "
    "daarvoor stelt; met --now meteen."
)


def command(words: Sequence[str]) -> int:
    """Withdraw the page that the words name."""
    options = Options("withdraw", _ABOUT, needs="BRON")
    options.argument("source", "BRON", "het bestand of adres, zoals het gelezen is")
    options.option("--now", "meteen, ook als de bron dagen van geduld stelt")
    options.option("--dry-run", "niets intrekken, maar regel voor regel melden wat weg zou gaan")
    wishes = options.read(words)
    told = settings_of(wishes)
    if wishes.dry_run:
        return _try_out(wishes, told)
    waits = None if wishes.now else _reported(told, wishes.source)
    if waits:
        return _tell_waiting(waits, wishes, told)
    from ingest.pipeline import withdraw_page
    from ingest.sources import address_of

    with graph_of(told, writing=True) as graph:
        report = withdraw_page(graph, address_of(wishes.source), words)
    if not report.outcomes.get("withdrawn"):
        raise NotFound(f"De pagina {wishes.source} is niet gelezen, of was al ingetrokken.")
    if wishes.json:
        print_json(report.json_text())
    else:
        paper = paper_of(told)
        paper.raw(f"Ingetrokken: {report.retired} beweringen vervallen.")
        paper.raw(paper.dim(f"Run {report.run}; terugdraaien: samenspel runs undo {report.run}"))
    return 0


def _reported(told: Settings, source: str) -> GonePage | None:
    """Note that the page is gone where its source sets days of grace; None where it sets none."""
    from api.fetching import snapshots_if_there
    from ingest.fetch.lapsing import report_gone
    from ingest.pipeline import now
    from ingest.sources import address_of

    with snapshots_if_there(told) as snapshots:
        return report_gone(snapshots, address_of(source), now()) if snapshots else None


def _tell_waiting(page: GonePage, wishes: Namespace, told: Settings) -> int:
    if wishes.json:
        print_json(page.json_text())
    else:
        paper_of(told).line(
            f"Genoteerd: weg sinds {on_day(page.since)}. Wat alleen deze pagina zei, vervalt bij de eerste keer lezen "
            f"na {page.lapses}, als zij er dan nog niet is; met --now meteen."
        )
    return 0


def _try_out(wishes: Namespace, told: Settings) -> int:
    from api.cli.read import print_foreseen
    from ingest.pipeline import try_withdrawing
    from ingest.sources import address_of

    with graph_of(told) as graph:
        report = try_withdrawing(graph, address_of(wishes.source))
    if report.outcomes.get("missing"):
        raise NotFound(f"De pagina {wishes.source} is niet gelezen, of was al ingetrokken.")
    if wishes.json:
        print_json(report.json_text())
    else:
        print_foreseen(report, paper_of(told))
    return 0
