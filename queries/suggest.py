"""Names while somebody types: one or two questions to indexes, so quick that each letter may ask them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph_model.errors import BadQuestion
from graph_model.names import tokens
from queries import results
from queries.engine.base import Graph, Reading
from queries.ranking import Fit, Match, Wanted, match
from queries.search import MAX_LENGTH, blocks_of, index_query
from queries.words import kind_words

DEFAULT_LIMIT = 8
MAX_LIMIT = 20
# Nobody begins with a page or a keyword.
FAMILIES = ("organisation", "person", "event", "series", "place", "theme")
# So many things of each family whose names begin so are looked at; of one letter that is a few among thousands.
_OF_EACH = 12
# Words within names are looked for where too few names begin so: of these finds, the shortest names.
LOOKED_AT = 400
_RANKED = 30


def suggest(graph: Graph, typed: str, *, limit: int = DEFAULT_LIMIT) -> results.Suggestions:
    """The things that somebody may be typing the name of, best first; none for what holds no letter or digit.

    Pages that were read and keywords are left out: nobody begins there.

    :raises BadQuestion: more than 300 characters, or a number that makes no sense.
    """
    if len(typed) > MAX_LENGTH:
        raise BadQuestion(f"Zoek met hoogstens {MAX_LENGTH} tekens.")
    if not 1 <= limit <= MAX_LIMIT:
        raise BadQuestion(f"Vraag 1 tot en met {MAX_LIMIT} namen.")

    def question(reading: Reading) -> results.Suggestions:
        found = _found(reading, typed, limit)[:limit] if tokens(typed) else []
        return results.Suggestions(typed=typed, items=tuple(found), version=reading.version)

    return graph.answer(question)


def _found(reading: Reading, typed: str, limit: int) -> list[results.Suggestion]:
    """The things that fit, best first: by fit, then by their number of links, then by name.

    Where enough names begin so, things that only hold such a word are not looked for.
    """
    wanted = Wanted.of(typed)
    found = _fitting(reading, wanted, _beginning(reading, typed))
    query = index_query(typed, every=True, forgiving=0)
    if query and sum(one.fit.fit <= Fit.PREFIX for one in found) < limit:
        rows = reading.ask("search/beginnings", query=query, looked_at=LOOKED_AT, limit=_RANKED)
        found += _fitting(reading, wanted, {row["id"] for row in rows} - {one.id for one in found})
    return [
        results.Suggestion(id=one.id, kind=one.kind, name=one.name, kind_words=kind_words(one.kind))
        for one in sorted(found)
    ]


def _beginning(reading: Reading, typed: str) -> set[str]:
    """Some of the things whose names begin so."""
    blocks = {block.partition("|")[0]: block for block in blocks_of(typed)}
    if not blocks:
        return set()
    rows = reading.ask("search/prefixed", **{family: blocks[family] for family in FAMILIES}, most=_OF_EACH)
    return {row["id"] for row in rows}


@dataclass(frozen=True, slots=True, order=True)
class _Fitting:
    """A thing that fits; the smaller the better. ``fewer``: its number of links, below zero."""

    fit: Match
    fewer: int
    name: str
    id: str
    kind: str


def _fitting(reading: Reading, wanted: Wanted, ids: Iterable[str]) -> list[_Fitting]:
    asked = sorted(ids)
    rows = reading.ask("search/known", ids=asked) if asked else []
    fits = ((match(wanted, (row["name"], *(row["aliases"] or ()))), row) for row in rows)
    return [_Fitting(fit, -row["degree"], row["name"], row["id"], row["kind"]) for fit, row in fits if fit]
