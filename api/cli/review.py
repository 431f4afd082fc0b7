"""``samenspel review``: who may be who, and what a person decides on it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from api.cli.output import print_json
from api.cli.parser import Options, number, one_of, whole
from api.cli.review_moving import export_decisions, import_decisions
from api.cli.review_telling import tell_decided, tell_proposal, tell_queue, tell_ruling
from api.cli.ruling import signature
from api.cli.session import graph_of, paper_of, settings_of
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from api.settings import Settings

_ABOUT = (
    "Toont wat misschien één ding is onder twee namen, met de redenen en de citaten (list, show A B), en legt vast wat "
    "iemand daarover besluit: hetzelfde (same A B), verschillend (different A B) of nog onzeker (unsure A B). Een "
    "besluit geldt voorgoed, ook als pagina's opnieuw gelezen worden, en is terug te nemen (undo A B). A en B zijn een "
    "id of een naam. Besluiten gaan mee naar een andere graaf met export en import BESTAND."
)
_VERDICTS = ("same", "different", "unsure")
_ACTIONS = ("list", "show", *_VERDICTS, "undo", "export", "import")
_NEEDS = {"list": (0, 0), "undo": (1, 2), "export": (1, 1), "import": (1, 1)}
_ASK = {"undo": "A B (of het nummer van een besluit)", "export": "BESTAND", "import": "BESTAND"}


def command(words: Sequence[str]) -> int:
    """List or show proposals, decide on one, take that back, or move decisions between graphs."""
    options = Options("review", _ABOUT, needs=f"[{'|'.join(_ACTIONS)}] [A B|BESTAND]")
    options.argument("action", "WAT", f"wat te doen: {', '.join(_ACTIONS)}", nargs="?", type=one_of(*_ACTIONS),
                     default="list")  # fmt: skip
    options.argument("given", "A B", "twee dingen, of een bestand", nargs="*", default=[])
    options.option("--about", "alleen wat met dit ding te maken heeft (list)", metavar="DING", default="")
    options.option("--decided", "wat besloten is, in plaats van wat wacht (list)")
    options.option(
        "--least",
        "hoe waarschijnlijk minstens, in procenten (standaard 30)",
        type=number(1, 99),
        default=30.0,
        metavar="P",
    )
    options.option("--limit", "zoveel hooguit (standaard 20)", type=whole(1, 1000), default=20, metavar="N")
    options.option("--after", "zoveel overslaan", type=whole(0, 1_000_000), default=0, metavar="N")
    options.option("--by", "wie dit besluit (standaard: de gebruiker van deze computer)", metavar="NAAM", default="")
    options.option("--reason", "waarom", metavar="TEKST", default="")
    options.option("--yes", "besluit ook als er iets tegen spreekt")
    wishes = options.read(words)
    _check(wishes)
    return _DOES[wishes.action](wishes, settings_of(wishes))


def _check(wishes: Namespace) -> None:
    least, most = _NEEDS.get(wishes.action, (2, 2))
    if not least <= len(wishes.given) <= most:
        needed = _ASK.get(wishes.action, "A B") if most else "niets"
        raise BadQuestion(f"Bij 'review {wishes.action}' hoort: {needed}.")


def _list(wishes: Namespace, told: Settings) -> int:
    from ingest.resolve.queue import review
    from queries.review.ruling import decided

    with graph_of(told) as graph:
        if wishes.decided:
            done = decided(graph)
            print_json(done.json_text()) if wishes.json else tell_decided(done, paper_of(told))
            return 0
        found = review(graph, wishes.about, after=wishes.after, limit=wishes.limit, least=wishes.least / 100)
    print_json(found.json_text()) if wishes.json else tell_queue(found, paper_of(told))
    return 0


def _show(wishes: Namespace, told: Settings) -> int:
    from ingest.resolve.queue import look_at

    with graph_of(told) as graph:
        found = look_at(graph, *wishes.given)
    print_json(found.json_text()) if wishes.json else tell_proposal(found, paper_of(told))
    return 0


def _rule(wishes: Namespace, told: Settings) -> int:
    from graph_model.decisions import Verdict
    from queries.review.ruling import rule_on_pair

    with graph_of(told, writing=True) as graph:
        left, right = wishes.given
        done = rule_on_pair(graph, left, right, Verdict(wishes.action), signature(wishes), anyway=wishes.yes)
    print_json(done.json_text()) if wishes.json else tell_ruling(done, paper_of(told))
    if not done.decided:
        raise BadQuestion("Er is niets besloten: er spreekt iets tegen. Met --yes gaat het besluit toch door.")
    return 0


def _undo(wishes: Namespace, told: Settings) -> int:
    from queries.review.ruling import undo_pair

    with graph_of(told, writing=True) as graph:
        done = undo_pair(graph, *wishes.given)
    print_json(done.json_text()) if wishes.json else tell_ruling(done, paper_of(told))
    return 0


_DOES: Mapping[str, Callable[[Namespace, Settings], int]] = {
    "list": _list, "show": _show, **dict.fromkeys(_VERDICTS, _rule), "undo": _undo,
    "export": export_decisions, "import": import_decisions,
}  # fmt: skip
