"""What each run changed of the graph: slots that came to be held up, are no longer, or say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_model.projection.link_tally import link_tally_of
from graph_model.projection.said import Said
from queries.changes.log import Ran, Turn
from queries.changes.slots import Slot, Slots, shown
from queries.results.changes import Cause


@dataclass(frozen=True, slots=True)
class Difference:
    """What one run changed of one slot: the claims that held it up before and after it.

    ``turned`` are the claims that made the difference; ``pages_gone``: whether all of their pages were gone after it;
    ``pages_new``: whether none of them was known before.
    """

    run: str
    at: str
    cause: Cause
    slot: Slot
    before: tuple[Said, ...]
    after: tuple[Said, ...]
    turned: tuple[str, ...]
    pages_gone: bool
    pages_new: bool

    @property
    def said(self) -> Said:
        """One of the claims, the best of those that speak last."""
        return max(self.after or self.before, key=lambda said: said.rank)

    @property
    def dates(self) -> tuple[str, str]:
        """From when to when the link held, as last said."""
        return _dates(self.after or self.before)

    @property
    def dates_before(self) -> tuple[str, str]:
        """The same before; empty where nobody said it."""
        return _dates(self.before)

    @property
    def values(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a field showed before and after."""
        before, after = ({said.id: said for said in side} for side in (self.before, self.after))
        return shown(self.slot, before), shown(self.slot, after)


def differences(ran: Sequence[Ran], slots: Slots) -> Iterator[Difference]:
    """The differences that runs (latest first) made, latest first; what was held up otherwise is none."""
    touched = {slot for one in ran for turn in one.turns for slot in _slots(turn, slots)}
    holding = slots.holding(touched)
    for one in ran:
        turns: dict[Slot, list[Turn]] = defaultdict(list)
        for turn in one.turns:
            for slot in _slots(turn, slots):
                turns[slot].append(turn)
        for slot, some in sorted(turns.items(), key=lambda item: item[0]):
            after = dict(holding.get(slot, {}))
            holding[slot] = _before(slot, after, some, slots)
            found = Difference(
                one.run, one.at, _cause(some), slot, _sorted(holding[slot]), _sorted(after),
                tuple(turn.id for turn in some), all(turn.page_gone for turn in some),
                all(turn.page_new for turn in some),
            )  # fmt: skip
            if _differs(found):
                yield found


def _slots(turn: Turn, slots: Slots) -> set[Slot]:
    return {slot for said in (turn.before, turn.after) if said and (slot := slots.slot(said))}


def _before(slot: Slot, after: dict[str, Said], turns: Sequence[Turn], slots: Slots) -> dict[str, Said]:
    """The claims that held a slot up before these turns."""
    before = {id_: said for id_, said in after.items() if id_ not in {turn.id for turn in turns}}
    return before | {turn.id: turn.before for turn in turns if turn.before and slots.slot(turn.before) == slot}


def _sorted(claims: dict[str, Said]) -> tuple[Said, ...]:
    return tuple(claims[id_] for id_ in sorted(claims))


def _cause(turns: Sequence[Turn]) -> Cause:
    causes = {turn.cause for turn in turns}
    return "world" if "world" in causes else "person" if "person" in causes else "reader"


def _differs(found: Difference) -> bool:
    if bool(found.before) != bool(found.after):
        return True
    if not found.before:
        return False
    if found.slot.is_field and found.slot.kind != "alias":
        return found.values[0] != found.values[1]
    return found.dates_before != found.dates if not found.slot.is_field else _names(found)


def _dates(claims: Sequence[Said]) -> tuple[str, str]:
    if not claims:
        return "", ""
    tally = link_tally_of(claims)
    return tally.valid_from, tally.valid_to


def _names(found: Difference) -> bool:
    """Whether another name got other dates."""
    before, after = ({(s.valid_from, s.valid_to) for s in side} for side in (found.before, found.after))
    return before != after
