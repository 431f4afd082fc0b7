"""Which thing somebody means: an id, an old id, a name in any spelling, or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from graph_model.errors import Ambiguous, BadQuestion, Candidate, NotFound
from graph_model.names import tokens
from graph_model.schema import NODE_KINDS
from queries import results
from queries.engine.base import Asked, Reading
from queries.ranking import Fit
from queries.search import MAX_LENGTH, find, find_exactly, suggestions, with_hints

MOST_CANDIDATES = 10
_ID = re.compile(r"[opesltkd][a-z2-7]{12}")
# Of things with one name these are meant only by who names their kind.
_SECOND_CHOICE = frozenset(("Keyword", "Document"))


def resolve(reading: Reading, thing: str, kinds: Iterable[str] = tuple(NODE_KINDS)) -> results.Ref:
    """The one thing that is meant.

    :param thing: an id, the id of a thing that has since been joined with another, a name, or words.
    :param kinds: what kinds it may be of; namesakes of other kinds do not count.
    :raises NotFound: nothing goes by it; carries names that come close.
    :raises Ambiguous: several things go by it; carries them, best first.
    :raises BadQuestion: it holds no words at all, or too many.
    """
    text, allowed = thing.strip(), tuple(kinds)
    exactly = resolve_exactly(reading, text, allowed)
    if exactly is not None:
        return exactly
    hits = find(reading, text, allowed)
    return _one(reading, text, hits, allowed)


def resolve_both(
    reading: Reading, one: str, other: str, beside: Sequence[Asked] = ()
) -> tuple[results.Ref, results.Ref, list[list[dict[str, Any]]]]:
    """The two things that are meant; two ids are looked up together.

    :param beside: questions about two ids, asked along; their answers come third, none where others are meant.
    :raises NotFound, Ambiguous, BadQuestion: as :func:`resolve`.
    """
    ids = [text for told in (one, other) if is_id(text := told.strip())]
    if len(ids) == 2:
        asked = [("things/of_old_id", {"id": id_}) for id_ in ids]
        first, second, *others = reading.ask_together(*asked, *beside)
        if first and second:
            found = results.Ref(**first[0]), results.Ref(**second[0])
            return *found, others if [ref.id for ref in found] == ids else []
    return resolve(reading, one), resolve(reading, other), []


def is_id(text: str) -> bool:
    """Whether a text has the form of an id; a name may have it too."""
    return _ID.fullmatch(text) is not None


def resolve_exactly(reading: Reading, thing: str, kinds: Iterable[str] = tuple(NODE_KINDS)) -> results.Ref | None:
    """The one thing that goes by just this id, or by this name in some spelling; None when nothing does.

    :raises Ambiguous, BadQuestion: as :func:`resolve`.
    """
    text, allowed = thing.strip(), tuple(kinds)
    if is_id(text):
        rows = reading.ask("things/of_old_id", id=text)
        if rows:
            return results.Ref(**rows[0])
    if len(text) > MAX_LENGTH:
        raise BadQuestion(f"Een naam heeft hoogstens {MAX_LENGTH} tekens.")
    if not tokens(text):
        raise BadQuestion("Noem een ding: een naam, een paar woorden of een nummer.")
    hits = find_exactly(reading, text, allowed)
    return _one(reading, text, hits, allowed) if hits else None


def _one(reading: Reading, text: str, hits: Sequence[results.Hit], kinds: Iterable[str]) -> results.Ref:
    best = _meant(text, hits)
    if len(best) == 1:
        return results.Ref(id=best[0].id, kind=best[0].kind, name=best[0].name)
    if not best:
        raise _not_found(reading, text, hits, kinds)
    raise _ambiguous(reading, text, best)


def _meant(text: str, hits: Sequence[results.Hit]) -> list[results.Hit]:
    """The hits that fit best; of a fuzzy fit none, for a guess could be wrong without anybody seeing it."""
    best = [hit for hit in hits if hit.match == hits[0].match and hit.match != Fit.FUZZY.word]
    first = [hit for hit in best if hit.kind not in _SECOND_CHOICE] or best
    literal = [hit for hit in first if text.casefold() in (name.casefold() for name in (hit.name, *hit.aliases))]
    return literal or first


def _not_found(reading: Reading, text: str, hits: Sequence[results.Hit], kinds: Iterable[str]) -> NotFound:
    close = tuple(hit.name for hit in hits[:5]) or suggestions(reading, text, kinds)
    hint = f" Bedoelt u {' of '.join(close[:3])}?" if close else ""
    return NotFound(f"Niets gevonden dat {text!r} heet.{hint}", close)


def _ambiguous(reading: Reading, text: str, hits: Sequence[results.Hit]) -> Ambiguous:
    shown = with_hints(reading, hits[:MOST_CANDIDATES])
    candidates = tuple(Candidate(hit.id, hit.kind, hit.name, hit.hint) for hit in shown)
    return Ambiguous(f"{text!r} kan {len(hits)} dingen zijn; kies er een.", candidates)
