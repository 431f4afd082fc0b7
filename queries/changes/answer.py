"""The answer to "what changed since": latest first, each with the quotes that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from graph_model.dates import bounds
from graph_model.errors import BadQuestion, NotUnderstood
from queries.changes.decided import decided_since
from queries.changes.differences import differences
from queries.changes.items import Item, items_of
from queries.changes.log import log_since
from queries.changes.slots import Slots
from queries.engine.base import Graph, Reading
from queries.evidence import best_first, claims_of
from queries.ledger.runs import find_run
from queries.paging import check_page, next_page
from queries.resolve import resolve
from queries.results.changes import Change, Changes

DEFAULT_LIMIT = 50
# So many quotes of one change are given.
SHOWN_CLAIMS = 4


def changes(
    graph: Graph, since: str, *, about: str = "", everything: bool = False, after: int = 0, limit: int = DEFAULT_LIMIT
) -> Changes:
    """What changed in the graph since a day: what came, what lapsed, and what says something else.

    :param since: a date (EDTF); from its first moment on.
    :param about: only what concerns this thing: an id, a name in any spelling, or words.
    :param everything: also what only a new version of the reader changed, what was taken back, and what was decided.
    :raises NotFound, Ambiguous: as :func:`queries.resolve.resolve`.
    :raises BadQuestion: a date or a number that makes no sense.
    """
    check_page(after, limit)
    begin = _first_moment(since)

    def question(reading: Reading) -> Changes:
        thing = resolve(reading, about).id if about else ""
        items = _items(reading, begin, everything)
        items = [item for item in items if not thing or item.concerns(thing)]
        return _cut(reading, since, items, after, limit)

    return graph.answer(question)


def changes_of_run(graph: Graph, run: str, *, limit: int = DEFAULT_LIMIT) -> Changes:
    """What one run changed, whatever the cause.

    :raises NotFound: when there is no such run.
    """
    check_page(0, limit)
    began = datetime.fromisoformat(find_run(graph, run).started)

    def question(reading: Reading) -> Changes:
        items = [item for item in _items(reading, began, everything=True) if item.change.run == run]
        return _cut(reading, began.isoformat(), items, 0, limit)

    return graph.answer(question)


def _cut(reading: Reading, since: str, items: Sequence[Item], after: int, limit: int) -> Changes:
    counts = Counter(item.change.what for item in items)
    return Changes(
        since=since, items=_with_claims(reading, items[after : after + limit]), counts=dict(sorted(counts.items())),
        total=len(items), next=next_page(after, limit, len(items)), version=reading.version,
    )  # fmt: skip


def _first_moment(day: str) -> datetime:
    try:
        return bounds(day)[0]
    except NotUnderstood as error:
        raise BadQuestion(f"Datum niet begrepen: {error}") from error


def _items(reading: Reading, since: datetime, everything: bool) -> list[Item]:
    ran = log_since(reading, since)
    slots = Slots(reading, (said for one in ran for turn in one.turns for said in (turn.before, turn.after) if said))
    found = [one for one in differences(ran, slots) if everything or one.cause == "world"]
    items = [*items_of(reading, found, slots), *(decided_since(reading, since) if everything else ())]
    return sorted(items, key=lambda item: item.change.at, reverse=True)


def _with_claims(reading: Reading, items: Sequence[Item]) -> tuple[Change, ...]:
    claims = claims_of(reading, (id_ for item in items for id_ in item.claims))
    return tuple(
        item.change.model_copy(update={"claims": best_first(claims, item.claims)[:SHOWN_CLAIMS]}) for item in items
    )
