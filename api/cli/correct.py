"""``samenspel correct``: what a claim says is wrong, or should be something else."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.parser import Options
from api.cli.ruling import add_signing, rule
from api.cli.session import settings_of

_ABOUT = (
    "Weigert wat een bewering zegt, voorgoed en voor alle pagina's die hetzelfde zeggen; met --to komt een andere "
    "waarde in de plaats van die van een gegeven. Het nummer staat bij elk citaat in de JSON."
)


def command(words: Sequence[str]) -> int:
    """Correct a claim, or take that back."""
    options = Options("correct", _ABOUT, needs="NUMMER")
    options.argument("claim", "NUMMER", "het nummer van de bewering")
    options.option("--to", "de waarde die ervoor in de plaats komt", metavar="WAARDE", default="")
    add_signing(options, needs_reason=True)
    wishes = options.read(words)
    from queries.corrections import correct, undo_correction

    return rule(
        wishes, settings_of(wishes), lambda graph, signed: correct(graph, wishes.claim, signed, wishes.to),
        lambda graph, _: undo_correction(graph, wishes.claim),
    )  # fmt: skip
