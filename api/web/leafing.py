"""Lists in parts, and numbers from a form."""

from __future__ import annotations

from collections.abc import Callable

from api.web.views import Leaf
from graph_model.errors import BadQuestion

_MOST = 1_000_000


def leaf(after: int, shown: int, total: int, size: int, at: Callable[[int], str]) -> Leaf:
    """The part of a list from ``after``; ``at`` gives the address of the part that begins there."""
    last = after + shown
    before = at(max(0, after - size)) if after > 0 else ""
    return Leaf(after + 1 if shown else after, last, total, before, at(last) if shown and last < total else "")


def from_which(text: str) -> int:
    """How many lines to leave out.

    :raises BadQuestion: it is no number.
    """
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()) or int(text[:8]) > _MOST:
        raise BadQuestion(f"Bladeren kan niet vanaf {text[:20]!r}; dat is geen regelnummer.")
    return int(text)


def kilometres(text: str, otherwise: float) -> float:
    """A distance as somebody writes it: "15", "7,5"; ``otherwise`` when nothing is written.

    :raises BadQuestion: it is no number.
    """
    if not text.strip():
        return otherwise
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise BadQuestion(f"De afstand {text[:20]!r} is geen getal; schrijf bijvoorbeeld 15.") from None
