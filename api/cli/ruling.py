"""What adding, confirming and correcting share: who says so, when and why, doing or undoing it, and telling that."""

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
    "added": "Vastgelegd: {words}.",
    "confirmed": "Bevestigd: {words}.",
    "refused": "Geweigerd: {words}.",
    "replaced": "Vervangen door {replacement}: {words}.",
    "undone": "Teruggenomen is wat besloten was over: {words}.",
}


Work = Callable[["Graph", "Signed"], "Correction"]


def add_signing(options: Options, *, needs_reason: bool = False) -> None:
    """The options by which somebody signs and says why, or takes back."""
    options.option("--reason", f"waarom{' (verplicht)' if needs_reason else ''}", metavar="TEKST", default="")
    options.option("--by", "wie dit zegt (standaard: de gebruiker van deze computer)", metavar="NAAM", default="")
    options.option("--undo", "neem het terug")


def rule(wishes: Namespace, told: Settings, work: Work, undo: Work) -> int:
    """Do the work, or with ``--undo`` take it back, as who signs; tell what was done."""
    signed = signature(wishes)
    with graph_of(told, writing=True) as graph:
        done = (undo if wishes.undo else work)(graph, signed)
    if wishes.json:
        print_json(done.json_text())
    else:
        paper = paper_of(told)
        paper.line(_DONE[done.verdict].format(words=clean(done.words), replacement=clean(done.replacement or "")))
    return 0


def signature(wishes: Namespace) -> Signed:
    """Who decides (``--by``), now, and why (``--reason``)."""
    from queries.corrections import Signed

    return Signed(wishes.by or _user(), datetime.now(UTC).isoformat(timespec="microseconds"), wishes.reason)


def _user() -> str:
    """The account under which this runs; its number where it has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
