"""Finding things by words: candidates from the full-text index and from exact names, ranked by us."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph_model.dates import in_words, is_date
from graph_model.errors import BadQuestion, NotUnderstood
from graph_model.keys import block_of, key_of
from graph_model.names import tokens
from graph_model.schema import FAMILIES, NODE_KINDS
from queries import results
from queries.engine.base import Graph, Reading
from queries.facets import narrowed
from queries.kinds import node_kinds
from queries.paging import check_page, next_page
from queries.ranking import EXACT, SMALL_WORDS, Match, Wanted, match
from queries.words import kind_words, listed

CANDIDATES = 200
DEFAULT_LIMIT = 20
SUGGESTIONS = 5
MAX_LENGTH = 300
# A word of so many letters may have one wrong, or two: for some engines two that changed places are two.
_FUZZY_FROM = 4
_TWICE_FROM = 8
_INDEXED = re.compile(r"[a-z0-9]+")

Found = Mapping[str, Any]


def search(
    graph: Graph, words: str, *, kind: str = "", place: str = "", theme: str = "", after: int = 0,
    limit: int = DEFAULT_LIMIT,
) -> results.Hits:  # fmt: skip
    """The things whose names fit these words, best first, with counts by which they can be narrowed down.

    :param kind: a kind of thing, by its name or its Dutch word; "organisatie" for all five.
    :param place: only what is in this place, or in the municipality of this name.
    :param theme: only what is about this theme or keyword.
    :raises BadQuestion: no words, too many, or a kind or number that makes no sense.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`, of place and theme.
    """
    from queries.resolve import resolve  # which searches too, to find what is meant

    check_page(after, limit)
    kinds = node_kinds(kind) if kind else tuple(NODE_KINDS)
    _check_words(words)

    def question(reading: Reading) -> results.Hits:
        where = resolve(reading, place, ("Place",)) if place else None
        about = resolve(reading, theme, ("Theme", "Keyword")) if theme else None
        everything = find(reading, words, NODE_KINDS)
        # Of very many hits those of the kind that is wanted may be among the ones that were not looked at.
        of_kind = find(reading, words, kinds) if kind and len(everything) >= CANDIDATES else []
        hits = list({hit.id: hit for hit in (*of_kind, *everything)}.values())
        found = narrowed(reading, hits, kinds, where, about)
        page = with_hints(reading, found.hits[after : after + limit])
        return results.Hits(
            words=words, items=page, facets=found.facets, place=where, theme=about, total=len(found.hits),
            cut_off=len(everything) >= CANDIDATES, version=reading.version,
            next=next_page(after, limit, len(found.hits)),
            suggestions=() if found.hits else suggestions(reading, words, kinds),
        )  # fmt: skip

    return graph.answer(question)


def _check_words(words: str) -> None:
    if len(words) > MAX_LENGTH:
        raise BadQuestion(f"Zoek met hoogstens {MAX_LENGTH} tekens.")
    if not tokens(words):
        raise BadQuestion("Geef een woord om op te zoeken.")


def find(reading: Reading, words: str, kinds: Iterable[str]) -> list[results.Hit]:
    """All candidates that fit, best first: by fit, then by their number of links, then by name. Without hints."""
    allowed = sorted(kinds)
    called = _called(reading, words, allowed)
    candidates, fits = dict(called), dict.fromkeys(called, EXACT)
    for query in _queries(words):
        rows = reading.ask("search/names", query=query, kinds=allowed, limit=CANDIDATES)
        candidates |= {row["id"]: row for row in rows}
        fits = _fits(words, candidates) | dict.fromkeys(called, EXACT)
        if fits:
            break
    return _ranked(candidates, fits, degrees_of(reading, fits))


def find_exactly(reading: Reading, words: str, kinds: Iterable[str]) -> list[results.Hit]:
    """The things that are called this in some spelling, best first: without the index, so much quicker.

    ``degree`` is looked up only where it helps to choose.
    """
    called = _called(reading, words, sorted(kinds))
    fits = dict.fromkeys(called, EXACT)
    return _ranked(called, fits, degrees_of(reading, fits) if len(fits) > 1 else {})


def _called(reading: Reading, words: str, kinds: Sequence[str]) -> dict[str, Found]:
    """The things one of whose keys folds from this name, by id."""
    rows = reading.ask("things/of_names", blocks=blocks_of(words))
    return {row["id"]: row for row in rows if row["kind"] in kinds}


def _queries(words: str) -> Iterator[str]:
    """What to ask of the index, one after the other until something fits: letters are forgiven only in need.

    A word with a letter wrong costs the index ten times a word as it is.
    """
    asked = [
        index_query(words, every=True, forgiving=0),
        index_query(words, every=True, forgiving=1),
        index_query(words, every=True, forgiving=2),
        index_query(words, every=False, forgiving=2),
    ]
    yield from dict.fromkeys(query for query in asked if query)


def _fits(words: str, candidates: Mapping[str, Found]) -> dict[str, Match]:
    wanted = Wanted.of(words)
    return {i: fit for i, row in candidates.items() if (fit := match(wanted, _names(row))) is not None}


def _ranked(
    candidates: Mapping[str, Found], fits: Mapping[str, Match], degrees: Mapping[str, int]
) -> list[results.Hit]:
    ranked = sorted(fits, key=lambda i: (fits[i], -degrees.get(i, 0), candidates[i]["name"], i))
    return [_hit(candidates[i], fits[i], degrees.get(i, 0)) for i in ranked]


def _names(row: Found) -> tuple[str, ...]:
    return (row["name"], *(row["aliases"] or ()))


def _hit(row: Found, fit: Match, degree: int) -> results.Hit:
    return results.Hit.model_validate({
        "id": row["id"], "kind": row["kind"], "name": row["name"], "kind_words": kind_words(row["kind"]),
        "aliases": tuple(row["aliases"] or ()), "match": fit.fit.word, "degree": degree,
    })  # fmt: skip


def blocks_of(name: str) -> list[str]:
    """The blocks that a name may stand for, one for each family of keys."""
    blocks = []
    for family in FAMILIES:
        kind = next(kind.name for kind in NODE_KINDS.values() if kind.family == family)
        try:
            blocks.append(block_of(key_of(kind, name)))
        except NotUnderstood:
            continue
    return blocks


def index_query(text: str, *, every: bool, forgiving: int) -> str:
    """A query for the full-text index, of words in a-z and 0-9 only; empty when the text holds none.

    :param every: whether a thing must hold all words, each as it is or as a beginning.
    :param forgiving: how many letters of a word may be wrong, two at most and those in long words only.
    """
    words = [word for token in tokens(text) for word in _INDEXED.findall(token)]
    weighty = [word for word in words if word not in SMALL_WORDS] or words
    groups = [f"({' '.join(_forms(word, forgiving))})" for word in dict.fromkeys(weighty)]
    return " ".join(f"+{group}" if every else group for group in groups)


def _forms(word: str, forgiving: int) -> tuple[str, ...]:
    wrong = min(forgiving, 2 if len(word) >= _TWICE_FROM else 1 if len(word) >= _FUZZY_FROM else 0)
    return (word, f"{word}*", f"{word}~{wrong}") if wrong else (word, f"{word}*")


def suggestions(reading: Reading, words: str, kinds: Iterable[str]) -> tuple[str, ...]:
    """Names that come close to words which find nothing: they share the beginning of a word."""
    from rapidfuzz.fuzz import token_sort_ratio

    starts = {token[:3] for token in tokens(words) if len(token) >= 3 and _INDEXED.fullmatch(token[:3])}
    if not starts:
        return ()
    query = " ".join(f"{start}*" for start in sorted(starts))
    rows = reading.ask("search/names", query=query, kinds=sorted(kinds), limit=CANDIDATES)
    folded = " ".join(tokens(words))
    # A source that is known by its address only is no name that anybody means.
    names = [row["name"] for row in rows if "://" not in row["name"]]
    scored = {name: token_sort_ratio(folded, " ".join(tokens(name))) for name in names}
    return tuple(sorted(scored, key=lambda name: (-scored[name], name))[:SUGGESTIONS])


def degrees_of(reading: Reading, ids: Iterable[str]) -> dict[str, int]:
    """How many links things have, without MENTIONS and LINKS_TO."""
    wanted = sorted(ids)
    return {row["id"]: row["degree"] for row in reading.ask("search/degrees", ids=wanted)} if wanted else {}


def with_hints(reading: Reading, hits: Sequence[results.Hit]) -> tuple[results.Hit, ...]:
    """The same hits, each with a few words that tell it from its namesakes."""
    rows = reading.ask("things/hints", ids=[hit.id for hit in hits]) if hits else []
    hints = {row["id"]: _hint(row) for row in rows}
    return tuple(hit.model_copy(update={"hint": hints.get(hit.id, "")}) for hit in hits)


def _hint(row: Found) -> str:
    if row["start"]:
        return in_words(row["start"]) if is_date(row["start"]) else str(row["start"])
    names = sorted(set(row["organisations"] or row["places"]))
    if names:
        return listed(names[:3])
    return ", ".join(part for part in (row["municipality"], row["province"]) if part)
