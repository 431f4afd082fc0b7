"""What confirming and correcting share: who decides, when, doing or undoing it, and saying so."""

from __future__ import annotations

import os
import pwd
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from api.cli.output import clean, print_json
from api.cli.parser import Options
from api.cli.session import graph_of, paper_of
from api.settings import Settings

if TYPE_CHECKING:
    from queries import Graph
    from queries.corrections import Signed
    from queries.results import Correction

_DONE = {
    "confirmed": "Bevestigd: {words}.",
    "refused": "Geweigerd: {words}.",
    "replaced": "Vervangen door {replacement}: {words}.",
    "undone": "Teruggenomen is wat besloten was over: {words}.",
}


def add_signing(options: Options) -> None:
    """The options by which somebody signs, or takes back."""
    options.option("--by", "wie dit besluit (standaard: de gebruiker van deze computer)", metavar="NAAM", default="")
    options.option("--undo", "neem terug wat hierover besloten is")


def rule(wishes: Namespace, told: Settings, work: Callable[[Graph, str, Signed], Correction]) -> int:
    """Do the work on the claim that was named, or with ``--undo`` take back what was decided; say what was done."""
    from queries.corrections import Signed, undo_correction

    signed = Signed(wishes.by or _user(), datetime.now(UTC).isoformat(timespec="microseconds"), wishes.reason)
    with graph_of(told, writing=True) as graph:
        done = undo_correction(graph, wishes.claim) if wishes.undo else work(graph, wishes.claim, signed)
    if wishes.json:
        print_json(done.json_text())
    else:
        paper = paper_of(told)
        paper.line(_DONE[done.verdict].format(words=clean(done.words), replacement=clean(done.replacement or "")))
    return 0


def _user() -> str:
    """The account under which this runs; its number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
