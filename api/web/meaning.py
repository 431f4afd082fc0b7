"""Which part of a form is not clear: means nothing, or several things."""

from __future__ import annotations

from collections.abc import Mapping

from api.web.trouble import Unclear
from graph_model.schema import NODE_KINDS
from queries import Graph
from queries.engine.base import Reading
from queries.resolve import resolve


def unclear_field(graph: Graph, form: Mapping[str, str], kinds: Mapping[str, tuple[str, ...]] | None = None) -> str:
    """The first part of a form that does not name one thing; empty when each of them does.

    :param kinds: of what kinds the things may be that a part names, where that matters.
    """

    def question(reading: Reading) -> str:
        for field, words in form.items():
            if words and not _is_clear(reading, words, (kinds or {}).get(field, tuple(NODE_KINDS))):
                return field
        return ""

    return graph.answer(question)


def _is_clear(reading: Reading, words: str, kinds: tuple[str, ...]) -> bool:
    try:
        resolve(reading, words, kinds)
    except Unclear:
        return False
    return True
