"""Lists in pages: how many to leave out, how many to give, and where to go on."""

from __future__ import annotations

from graph_model.errors import BadQuestion

MAX_LIMIT = 1000


def check_page(after: int, limit: int) -> None:
    """Nothing, when a page of an answer can be cut like this.

    :raises BadQuestion: when it cannot.
    """
    if after < 0 or not 1 <= limit <= MAX_LIMIT:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_LIMIT} regels, vanaf regel 0 of later.")


def next_page(after: int, limit: int, total: int) -> int | None:
    """How many to leave out for the page after this one; null when this is the last."""
    return after + limit if after + limit < total else None
