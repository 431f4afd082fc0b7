"""Differences as items of the answer: with their ends by the names that they have now, before quotes are looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from queries.changes.differences import Difference
from queries.changes.slots import Slots
from queries.changes.telling import news_of
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches
from queries.results import CandidateEnd, Ref
from queries.results.changes import Change


@dataclass(frozen=True, slots=True)
class Item:
    """A change without its quotes, and the ids of the claims that hold these."""

    change: Change
    claims: tuple[str, ...]

    def concerns(self, thing: str) -> bool:
        """Whether the change is about this thing."""
        ends = (self.change.subject, self.change.object)
        return any(end is not None and end.id == thing for end in ends)


def items_of(reading: Reading, found: Sequence[Difference], slots: Slots) -> list[Item]:
    """The items of these differences, in their order; what moved from one place to another is one item."""
    names = _names(reading, {id_ for one in found for id_ in (one.slot.start, one.slot.end) if id_})
    return list(_with_moves([_item(one, slots, names) for one in found]))


def _names(reading: Reading, ids: Iterable[str]) -> dict[str, Ref]:
    rows = [row for batch in in_batches(sorted(ids)) for row in reading.ask("changes/names", ids=batch)]
    return {row["id"]: Ref(id=row["id"], kind=row["kind"], name=row["name"]) for row in rows}


def _item(found: Difference, slots: Slots, names: Mapping[str, Ref]) -> Item:
    said, slot = found.said, found.slot
    ends = [(said.subject_kind, said.subject_name), (said.object_kind, said.object_name)]
    # A symmetric link starts at the smaller id, wherever its claim does.
    if said.object and slots.thing(said.subject) != slot.start:
        ends.reverse()
    a = names.get(slot.start) or Ref(id="", kind=ends[0][0], name=ends[0][1])
    b = (names.get(slot.end) or Ref(id="", kind=ends[1][0], name=ends[1][1])) if said.object else None
    news, dates = news_of(found, a, b), ("", "") if slot.is_field else found.dates
    change = Change(
        at=found.at, run=found.run, cause=found.cause, what=news.what, kind=slot.kind,
        role=said.role, words=news.words, subject=_end(a), object=_end(b) if b else None,
        before=news.before, after=news.after, valid_from=dates[0] or None,
        valid_to=dates[1] or None, claims=(), claim_count=len(found.turned),
    )  # fmt: skip
    return Item(change, found.turned)


def _end(ref: Ref) -> CandidateEnd:
    return CandidateEnd(id=ref.id or None, kind=ref.kind, name=ref.name)


def _with_moves(items: Sequence[Item]) -> Iterator[Item]:
    """Leaving one place and settling in another, in one run, is moving."""
    homes: dict[tuple[str | None, str | None, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.change.kind == "BASED_IN":
            homes[item.change.run, item.change.subject.id, item.change.subject.name].append(item)
    for item in items:
        here = homes.get((item.change.run, item.change.subject.id, item.change.subject.name), [item])
        came = [one for one in here if one.change.what == "moved"]
        went = [one for one in here if one.change.what in ("lapsed", "ended")]
        if item.change.kind != "BASED_IN" or not (came and went):
            yield item
        elif item is came[0]:
            yield _moved(item, went[0])
        elif item not in (came[0], went[0]):
            yield item


def _moved(came: Item, went: Item) -> Item:
    old, new = went.change.object, came.change.object
    assert old is not None, "being at home leads to a place"
    assert new is not None, "being at home leads to a place"
    claims = (*came.claims, *went.claims)
    words = f"{came.change.subject.name} is verhuisd van {old.name} naar {new.name}"
    change = came.change.model_copy(
        update={"words": words, "before": old.name, "after": new.name, "claim_count": len(claims)}
    )
    return Item(change, claims)
