"""``samenspel person``: what is held on a name, and erasing whoever bears it."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from api.cli.output import Paper, print_json
from api.cli.parser import Options, one_of
from api.cli.person_report import tell_erasure, tell_held
from api.cli.progress import patience
from api.cli.session import graph_of, paper_of, settings_of
from api.settings import Settings
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from queries.person import PersonHeld

_ABOUT = (
    "show: alles wat op een naam bewaard wordt, met de bronnen, om aan de betrokkene te geven. erase: vergeet wie zo "
    "heet, voorgoed: uit de graaf, de teksten, de citaten en de bestanden; de naam wordt voortaan bij het lezen "
    "afgedekt. Wie dezelfde naam draagt, wordt mee vergeten."
)
_YES = ("j", "ja", "y", "yes")


def command(words: Sequence[str]) -> int:
    """Show what is held on a name, or erase whoever bears it."""
    options = Options("person", _ABOUT, needs="show|erase NAAM")
    options.argument("what", "show|erase", "tonen of vergeten", type=one_of("show", "erase"))
    options.argument("name", "NAAM", "een naam in elke spelling, of het id van een persoon")
    options.option("--yes", "vergeet zonder nog eens te vragen")
    wishes = options.read(words)
    told = settings_of(wishes)
    return _show(wishes, told) if wishes.what == "show" else _erase(wishes, told)


def _show(wishes: Namespace, told: Settings) -> int:
    from queries.person import person

    with graph_of(told) as graph:
        found = person(graph, wishes.name)
    if wishes.json:
        print_json(found.json_text())
    else:
        tell_held(found, paper_of(told), datetime.now(UTC))
    return 0


def _erase(wishes: Namespace, told: Settings) -> int:
    from api.forgetting import forget_person
    from queries.person import person

    with graph_of(told, writing=True) as graph:
        found = person(graph, wishes.name)
        if not wishes.yes and not _agreed(found, paper_of(told)):
            print("Er is niets veranderd.", file=sys.stderr)
            return 0
        with patience("De naam wordt overal weggehaald …"):
            done = forget_person(graph, told, found)
    if wishes.json:
        print_json(json.dumps(asdict(done), ensure_ascii=False, indent=2))
    else:
        tell_erasure(done, paper_of(told))
    return 0


def _agreed(found: PersonHeld, paper: Paper) -> bool:
    """Ask once; where nobody can answer, --yes is needed."""
    if not sys.stdin.isatty():
        raise BadQuestion("Vergeten is niet terug te draaien: geef --yes als u het zeker weet.")
    people = f"{found.namesakes} {'persoon' if found.namesakes == 1 else 'personen'}"
    paper.line(
        f"Dit vergeet {people} met deze naam, {len(found.said)} beweringen, en de naam op {len(found.named)} pagina's. "
        "Het is niet terug te draaien."
    )
    return input("Doorgaan? [j/N] ").strip().lower() in _YES
