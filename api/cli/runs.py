"""``samenspel runs``: what was done, and taking it back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.cli.output import Paper, clean, print_json
from api.cli.parser import Options, one_of, whole
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import BadQuestion, NotFound

if TYPE_CHECKING:
    from queries import Graph
    from queries.ledger.records import RunRecord

_ABOUT = (
    "Toont wat er met de graaf gedaan is, nieuwste eerst (list), wat één run deed (show), of draait een run terug "
    "(undo): wat hij vastlegde vervalt, en wat hij liet vervallen komt terug."
)
_STATUS = {"done": "klaar", "partly": "deels", "failed": "afgebroken", "running": "bezig of weggevallen"}
_COUNTS = {
    "placed": "plaatsen uit de lijst",
    "improved": "plaatsen nu precies bekend",
    "pages": "pagina's", "rows": "rijen uit een register",
    "new": "nieuw", "changed": "veranderd", "unchanged": "ongewijzigd", "older": "ouder",
    "forgotten": "vergeten", "restored": "weer terug", "withdrawn": "ingetrokken", "missing": "niet gevonden",
    "added": "beweringen erbij", "updated": "beweringen bijgewerkt", "retired": "beweringen vervallen",
    "people_left_out": "mensen niet opgenomen",
    "gone": "pagina's weg", "unexpected": "anders dan verwacht", "not_understood": "niet begrepen",
    "faults": "fouten van ons", "rejected": "past niet", "kept": "bleef staan",
}  # fmt: skip


# So far back is searched for a run of which only the beginning of the id is given.
_SEARCHED = 1000
# So many sentences about one run are shown.
_SENTENCES = 40


def command(words: Sequence[str]) -> int:
    """List, show or undo runs."""
    options = Options("runs", _ABOUT, needs="[list|show|undo] [RUN]")
    action = one_of("list", "show", "undo")
    options.argument("action", "list|show|undo", "wat te doen", nargs="?", type=action, default="list")
    options.argument("run", "RUN", "het id van een run, of het begin daarvan", nargs="?", default="")
    options.option("--limit", "zoveel runs hooguit", type=whole(1, 10_000), default=20, metavar="N")
    wishes = options.read(words)
    if wishes.action != "list" and not wishes.run:
        raise BadQuestion(f"Zeg ook welke run: samenspel runs {wishes.action} RUN. De runs: samenspel runs.")
    told = settings_of(wishes)
    with graph_of(told, writing=wishes.action == "undo") as graph:
        actions = {"list": _list, "show": _show, "undo": _undo}
        actions[wishes.action](graph, wishes, paper_of(told))
    return 0


def _list(graph: Graph, wishes: Namespace, paper: Paper) -> None:
    from queries.ledger.runs import runs

    found = runs(graph, wishes.limit)
    if wishes.json:
        print_json(_as_json(found))
        return
    if not found:
        paper.raw("Er is nog niets gedaan met deze graaf.")
    for run in found:
        paper.raw(f"{paper.bold(run.id)}  {_moment(run.started)}  {run.command:<9}  {_status(run)}")
        paper.raw(paper.dim(_counted(run)), 2)


def _show(graph: Graph, wishes: Namespace, paper: Paper) -> None:
    run = _found(graph, wishes.run)
    if wishes.json:
        print_json(_as_json([run]))
        return
    paper.heading(f"Run {run.id}")
    rows = [
        ("commando", clean(f"samenspel {run.command} {' '.join(run.arguments)}")),
        ("begonnen", _moment(run.started)),
        ("geëindigd", _moment(run.ended) if run.ended else "nog niet"),
        ("status", _status(run)),
        ("deed", _counted(run)),
    ]
    paper.table(rows + ([("draaide terug", run.undoes)] if run.undoes else []))
    _tell_changes(graph, run.id, paper)


def _tell_changes(graph: Graph, run: str, paper: Paper) -> None:
    """What a run changed, in sentences."""
    from api.cli.telling import tell_rest
    from queries.changes import changes_of_run

    found = changes_of_run(graph, run, limit=_SENTENCES)
    for item in found.items:
        paper.line(f"{clean(item.words)}.", 2)
    tell_rest(len(found.items), found.total, paper, "de rest met 'samenspel changes'")


def _undo(graph: Graph, wishes: Namespace, paper: Paper) -> None:
    from ingest.pipeline import undo

    report = undo(graph, _found(graph, wishes.run).id)
    if wishes.json:
        print_json(report.json_text())
        return
    pages = "1 pagina staat" if report.pages == 1 else f"{report.pages} pagina's staan"
    paper.raw(f"Teruggedraaid: {pages} weer zoals {'zij was' if report.pages == 1 else 'ze waren'}.")
    for page in report.kept:
        paper.line(f"Bleef staan, want later opnieuw gelezen: {clean(page.split('|')[1])}", 2)
    paper.raw(paper.dim(f"Run {report.run}; ook dit is terug te draaien."))


def _found(graph: Graph, wanted: str) -> RunRecord:
    """The one run with this id, or among the latest the one whose id begins like this."""
    from queries.ledger.runs import find_run, runs

    found = [run for run in runs(graph, _SEARCHED) if run.id.startswith(wanted)]
    if len(found) > 1 and all(run.id != wanted for run in found):
        close = tuple(run.id for run in found[:5])
        raise NotFound(f"{len(found)} runs beginnen met {wanted!r}: geef meer van het id.", close)
    return find_run(graph, found[0].id if len(found) == 1 else wanted)


def _status(run: RunRecord) -> str:
    return _STATUS.get(run.status, run.status)


def _counted(run: RunRecord) -> str:
    told = [f"{count} {_COUNTS.get(name, name)}" for name, count in run.counts.items() if count]
    return ", ".join(told) or "niets veranderd"


def _moment(iso: str) -> str:
    return iso[:16].replace("T", " ") + " UTC"


def _as_json(found: Sequence[RunRecord]) -> str:
    import json
    from dataclasses import asdict

    return json.dumps({"items": [asdict(run) for run in found], "total": len(found)}, ensure_ascii=False, indent=2)
