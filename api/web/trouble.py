"""When a page cannot be shown: a page that says why, and how to go on."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from api.dependencies import serving_of
from api.errors import Trouble, trouble_of
from api.tokens import Role
from api.web.text import address, thing_address
from api.web.views import Option, TroubleView, Wrong
from api.web.visit import Visit
from graph_model.errors import Ambiguous, BadQuestion, NotFound

Unclear = (NotFound, Ambiguous, BadQuestion)
"""What a page tells beside its form, so that one can go on there."""


def trouble_page(request: Request, trouble: Trouble) -> Response:
    """The page that tells this trouble."""
    visit = Visit(request, serving_of(request), Role.READER)
    to_page = trouble.kind == "no-such-address"
    guesses = tuple(
        Option(name, name if to_page else address("/zoeken", q=name)) for name in trouble.suggestions
    )  # fmt: skip
    options = _options(trouble, thing_address)
    return visit.page(TroubleView(wrong=Wrong(trouble, options=options, guesses=guesses)))


def wrong(error: NotFound | Ambiguous | BadQuestion, choose: Callable[[str], str], field: str = "") -> Wrong:
    """What went wrong with a form. ``choose`` gives the address of the same question with another answer filled in."""
    trouble = trouble_of(error)
    guesses = tuple(Option(name, choose(name)) for name in trouble.suggestions)
    return Wrong(trouble, field, _options(trouble, choose), guesses)


def _options(trouble: Trouble, choose: Callable[[str], str]) -> tuple[Option, ...]:
    return tuple(Option(one.name, choose(one.id), one.kind, one.hint) for one in trouble.candidates)
