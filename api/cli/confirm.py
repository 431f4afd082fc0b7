"""``samenspel confirm``: what a claim says is right."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.parser import Options
from api.cli.ruling import add_signing, rule
from api.cli.session import settings_of

_ABOUT = (
    "Bevestigt wat een bewering zegt: het staat voortaan in de graaf, hoe onzeker het ook gelezen was, ook als de "
    "pagina opnieuw gelezen wordt. Het nummer staat bij 'samenspel candidates' en in de JSON van elke vraag."
)


def command(words: Sequence[str]) -> int:
    """Confirm a claim, or take that back."""
    options = Options("confirm", _ABOUT, needs="NUMMER")
    options.argument("claim", "NUMMER", "het nummer van de bewering")
    add_signing(options)
    wishes = options.read(words)
    from queries.corrections import confirm, undo_correction

    return rule(
        wishes, settings_of(wishes), lambda graph, signed: confirm(graph, wishes.claim, signed),
        lambda graph, _: undo_correction(graph, wishes.claim),
    )  # fmt: skip
