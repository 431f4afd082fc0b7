"""The ends of a fact by hand: a thing that the graph knows, or a new one of a kind that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph_model.errors import BadQuestion, NotFound
from graph_model.evidence import End
from graph_model.keys import block_of, key_of, qualifier_of
from graph_model.schema import NODE_KINDS
from queries.engine.base import Reading
from queries.kinds import node_kinds
from queries.resolve import resolve
from queries.things import stored_by_id


def end_of(reading: Reading, words: str, new: Iterator[str], kinds: Iterable[str] = tuple(NODE_KINDS)) -> End:
    """The end that these words mean: of what the graph knows, else a new thing of the next kind in ``new``.

    :raises NotFound: the graph does not know it, and no kind is told; names what comes near.
    :raises Ambiguous: several things go by it.
    :raises BadQuestion: a kind that there is not.
    """
    try:
        found = resolve(reading, words, kinds)
    except NotFound as unknown:
        kind = next(new, "")
        if not kind:
            raise NotFound(
                f"{unknown} Is het iets nieuws, zeg dan met --new wat voor soort, bijvoorbeeld --new initiatief.",
                unknown.suggestions,
            ) from unknown
        end = End(_kind(kind), words.strip())
        key_of(end.kind, end.name)  # not understood when nothing is left of the name
        return end
    row = stored_by_id(reading, found.id).row
    return _known(found.kind, [row["name"], *(row.get("aliases") or ())], row["keys"])


def _kind(word: str) -> str:
    kinds = node_kinds(word)
    if len(kinds) != 1:
        raise BadQuestion(f"{word!r} is geen enkele soort; kies uit {', '.join(k.dutch for k in NODE_KINDS.values())}.")
    return kinds[0]


def _known(kind: str, names: list[str], keys: list[str]) -> End:
    """An end with one of the keys of a thing, written as the thing is called."""
    for name in names:
        block = block_of(key_of(kind, name))
        fitting = sorted(key for key in keys if block_of(key) == block)
        if fitting:
            return End(kind, name, qualifier_of(fitting[0]))
    first = min(keys)
    return End(kind, first.split("|")[1], qualifier_of(first))
