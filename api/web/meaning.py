"""What the words in a form mean: each part of it by itself, so that the page can say which part is unclear."""

from __future__ import annotations

from collections.abc import Mapping

from api.web.trouble import Unclear
from graph_model.errors import Ambiguous, BadQuestion, NotFound
from graph_model.schema import NODE_KINDS
from queries import Graph
from queries.engine.base import Reading
from queries.resolve import resolve
from queries.results import Ref


class NotMeant(Exception):
    """A part of a form that means nothing, or several things."""

    def __init__(self, field: str, error: NotFound | Ambiguous | BadQuestion) -> None:
        super().__init__(str(error))
        self.field = field
        self.error = error


def meant(graph: Graph, form: Mapping[str, str], kinds: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, Ref]:
    """The things that the parts of a form name; empty parts are left out.

    :param kinds: of what kinds a part may be, where that matters.
    :raises NotMeant: a part means nothing, or several things.
    """

    def question(reading: Reading) -> dict[str, Ref]:
        return {
            field: _one(reading, field, words, (kinds or {}).get(field, tuple(NODE_KINDS)))
            for field, words in form.items()
            if words.strip()
        }

    return graph.answer(question)


def _one(reading: Reading, field: str, words: str, kinds: tuple[str, ...]) -> Ref:
    try:
        return resolve(reading, words, kinds)
    except Unclear as error:
        raise NotMeant(field, error) from error
