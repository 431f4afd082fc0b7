"""The names of a thing in time: each with from when to when it bore it, as far as sources say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from graph_model.dates import OPEN, bounds, is_date
from graph_model.names import fold
from graph_model.projection.given import LINE
from graph_model.projection.rulings import Rulings
from graph_model.projection.said import Said
from queries.engine.base import Reading
from queries.evidence import best_first, claims_of
from queries.ledger.rows import said_of_texts
from queries.results.things import NameInTime


def names_of(reading: Reading, name: str, keys: Sequence[str], rulings: Rulings) -> tuple[NameInTime, ...]:
    """The other names that sources state of the thing with these keys, those with dates first, by when they ended."""
    (row,) = reading.ask("things/aliases", keys=list(keys))
    by_name: dict[str, list[Said]] = defaultdict(list)
    for said in said_of_texts(row["claims"]):
        stands = said.strength >= LINE or rulings.confirmed(said)
        if stands and not rulings.refused(said) and fold(said.value) != fold(name):
            by_name[fold(said.value)].append(said)
    claims = claims_of(reading, (said.id for some in by_name.values() for said in some))
    found = []
    for some in by_name.values():
        best = max(some, key=lambda said: (bool(said.valid_from or said.valid_to), said.rank))
        found.append(NameInTime(
            name=best.value, valid_from=best.valid_from or None, valid_to=best.valid_to or None,
            claims=best_first(claims, [said.id for said in some]),
        ))  # fmt: skip
    return tuple(sorted(found, key=_order))


def _order(name: NameInTime) -> tuple[bool, str, str]:
    return not (name.valid_from or name.valid_to), name.valid_to or "", name.name


def name_then(names: Iterable[NameInTime], at: datetime) -> str | None:
    """What the thing was called at a moment, where that was another name than now."""
    for name in names:
        begun = not _known(name.valid_from) or bounds(name.valid_from or "")[1] <= at
        if begun and _known(name.valid_to) and at < bounds(name.valid_to or "")[0]:
            return name.name
    return None


def _known(edtf: str | None) -> bool:
    return bool(edtf) and edtf != OPEN and is_date(edtf or "")
