"""Names while somebody types: one question to the index, so quick that each letter may ask it."""

from __future__ import annotations

from graph_model.errors import BadQuestion
from graph_model.names import tokens
from queries import results
from queries.engine.base import Graph, Reading
from queries.ranking import Wanted, match
from queries.search import MAX_LENGTH, index_query
from queries.words import kind_words

DEFAULT_LIMIT = 8
MAX_LIMIT = 20
# Of one or two letters the index finds half of all names; those after these are not looked at.
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
    query = index_query(typed, every=True, forgiving=0) if tokens(typed) else ""

    def question(reading: Reading) -> results.Suggestions:
        found = _found(reading, typed, query)[:limit] if query else []
        return results.Suggestions(typed=typed, items=tuple(found), version=reading.version)

    return graph.answer(question)


def _found(reading: Reading, typed: str, query: str) -> list[results.Suggestion]:
    rows = reading.ask("search/beginnings", query=query, looked_at=LOOKED_AT, limit=_RANKED)
    wanted = Wanted.of(typed)
    fits = {row["id"]: fit for row in rows if (fit := match(wanted, (row["name"], *(row["aliases"] or ()))))}
    ranked = sorted((row for row in rows if row["id"] in fits), key=lambda r: (fits[r["id"]], -r["degree"], r["name"]))
    return [
        results.Suggestion(id=row["id"], kind=row["kind"], name=row["name"], kind_words=kind_words(row["kind"]))
        for row in ranked
    ]
