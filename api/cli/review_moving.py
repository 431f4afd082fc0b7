"""``samenspel review export|import``: decisions to a file and back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli.output import clean, print_json
from api.cli.session import graph_of, paper_of
from graph_model.errors import NotUnderstood

if TYPE_CHECKING:
    from api.settings import Settings


def export_decisions(wishes: Namespace, told: Settings) -> int:
    """Write all decisions in force to a file."""
    from queries.review.moving import exported

    path = Path(wishes.given[0])
    with graph_of(told) as graph:
        text, number = exported(graph)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotUnderstood(f"Het bestand {path} kan niet geschreven worden.", str(path)) from error
    if wishes.json:
        print_json(f'{{"written": {number}}}')
    else:
        paper_of(told).line(f"{number} {'besluit' if number == 1 else 'besluiten'} geschreven naar {clean(str(path))}.")
    return 0


def import_decisions(wishes: Namespace, told: Settings) -> int:
    """Take over the decisions of a file; those known already, or taken back here, stay as they are."""
    from queries.review.moving import take_over

    path = Path(wishes.given[0])
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NotUnderstood(f"Het bestand {path} kan niet gelezen worden.", str(path)) from error
    with graph_of(told, writing=True) as graph:
        done = take_over(graph, text, str(path))
    if wishes.json:
        print_json(done.json_text())
    else:
        paper_of(told).line(
            f"{done.read} gelezen: {done.added} nieuw, {done.known} al bekend, {done.taken_back} hier teruggenomen, "
            f"{done.forgotten} over wie hier vergeten is."
        )
    return 0
