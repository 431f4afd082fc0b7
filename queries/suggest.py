"""Names while somebody types: a question or two to indexes, so quick that each letter may ask them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from graph_model.errors import BadQuestion
from graph_model.names import tokens
from queries import results
from queries.engine.base import Graph, Reading
from queries.kept import Kept
from queries.ranking import Fit, Match, Wanted, match
from queries.search import MAX_LENGTH, blocks_of, index_query
from queries.words import kind_words

Row = Mapping[str, Any]
DEFAULT_LIMIT = 8
MAX_LIMIT = 20
# Nobody begins with a page or a keyword.
FAMILIES = ("organisation", "person", "event", "series", "place", "theme")
# So many things of each family whose names begin so are looked at; of one letter that is a few among thousands.
_OF_EACH = 12
# Words within names are looked for where too few names begin so: of these finds, the shortest names.
LOOKED_AT = 400
_RANKED = 30

# What was asked of the version that is read: with each letter that somebody types most of it comes back.
_KNOWN: Kept[dict[str, Row]] = Kept()
# So many things are kept of, some ten megabytes.
_MOST_KNOWN = 20_000


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
        found = _found(graph, reading, typed, limit)[:limit] if tokens(typed) else []
        return results.Suggestions(typed=typed, items=tuple(found), version=reading.version)

    return graph.answer(question)


def _found(graph: Graph, reading: Reading, typed: str, limit: int) -> list[results.Suggestion]:
    """The things that fit, best first: by fit, then by their number of links, then by name.

    Where enough names begin so, things that only hold such a word are not looked for.
    """
    wanted, beginning = Wanted.of(typed), _beginning(reading, typed)
    known = _KNOWN.of(graph, reading, dict)
    if len(known) > _MOST_KNOWN:
        known = {}
    found = _fitting(reading, known, wanted, beginning)
    query = index_query(typed, every=True, forgiving=0)
    if query and sum(one.fit.fit <= Fit.PREFIX for one in found) < limit:
        rows = reading.ask("search/beginnings", query=query, looked_at=LOOKED_AT, limit=_RANKED)
        found += _fitting(reading, known, wanted, {row["id"] for row in rows} - {one.id for one in found})
    return [
        results.Suggestion(id=one.id, kind=one.kind, name=one.name, kind_words=kind_words(one.kind))
        for one in sorted(found)
    ]


def _beginning(reading: Reading, typed: str) -> set[str]:
    """Some of the things whose names begin so."""
    blocks = {block.partition("|")[0]: block for block in blocks_of(typed)}
    if not blocks:
        return set()
    asked = [("search/prefixed", {"block": blocks[family], "most": _OF_EACH}) for family in FAMILIES]
    return {row["id"] for rows in reading.ask_together(*asked) for row in rows}


@dataclass(frozen=True, slots=True, order=True)
class _Fitting:
    """A thing that fits; the smaller the better. ``fewer``: its number of links, below zero."""

    fit: Match
    fewer: int
    name: str
    id: str
    kind: str


def _fitting(reading: Reading, known: dict[str, Row], wanted: Wanted, ids: Set[str]) -> list[_Fitting]:
    asked = sorted(ids)
    new = [thing for thing in asked if thing not in known]
    known.update((row["id"], row) for row in (reading.ask("search/known", ids=new) if new else ()))
    rows = [known[thing] for thing in asked if thing in known]
    fits = ((match(wanted, (row["name"], *(row["aliases"] or ()))), row) for row in rows)
    return [_Fitting(fit, -row["degree"], row["name"], row["id"], row["kind"]) for fit, row in fits if fit]
