"""``samenspel token new``: a token for who may do more than read over HTTP."""

from __future__ import annotations

from collections.abc import Sequence

from api.cli.parser import Options, one_of
from api.cli.session import paper_of, settings_of

_ABOUT = (
    "Maakt een sleutel voor wie via de webdienst meer mag dan lezen. De sleutel is één keer te zien; bewaard wordt "
    "alleen een controlegetal."
)


def command(words: Sequence[str]) -> int:
    """Make a token for a role and show it."""
    options = Options("token", _ABOUT, json=False, needs="new ROL")
    options.argument("action", "new", "een nieuwe sleutel maken", type=one_of("new"))
    options.argument("role", "ROL", "lezer, nakijker of beheerder")
    wishes = options.read(words)
    told = settings_of(wishes)
    from api.tokens import DUTCH, new_token, role_named

    role = role_named(wishes.role)
    token = new_token(told, role)
    paper = paper_of(told)
    paper.raw(f"Sleutel voor {DUTCH[role]} (bewaar hem nu, hij is niet nog eens te zien):")
    paper.raw(token, 2)
    paper.raw(paper.dim("Gebruik: Authorization: Bearer SLEUTEL. Een draaiende server kent hem na een herstart."))
    return 0
