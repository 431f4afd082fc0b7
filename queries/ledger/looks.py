"""Whether a node looks different after a change: most mentions of a known thing change nothing that it shows.

Only of groups that did not shift, so nobody ruled on them: every published claim counts by its rank alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph_model.projection.given import Given
from graph_model.projection.nodes import names_of
from graph_model.projection.tally import Tally, merged
from graph_model.schema import FIELD_KINDS
from queries.ledger.change import Change, keys_in
from queries.ledger.graph_rows import Row, field_row
from queries.ledger.sides import Side, Sides

_NOT_SHOWN = ("alias", "kind")  # these count in the tally of a group


def changes_by_thing(sides: Sides, changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changed claims that name each thing, by its id now."""
    found: dict[str, list[Change]] = {}
    group_of = sides.new.group_of
    for change in changes:
        for thing in {group_of[key] for key in keys_in((change,)) if key in group_of}:
            found.setdefault(thing, []).append(change)
    return found


def looks_different(thing: str, sides: Sides, changes: Iterable[Change], given: Given) -> bool:
    """Whether these changes may alter the stored node of a thing."""
    stored = sides.old.stored.get(thing)
    group = sides.new.members[thing]
    if stored is None or sides.old.members.get(thing) != group:
        return True
    kind = sides.new.standings[thing].kind
    if names_of(kind, group, _tally(sides.old, thing)) != names_of(kind, group, _tally(sides.new, thing)):
        return True
    return any(not _keeps(change, stored, given) for change in changes if _gives_field(change))


def _gives_field(change: Change) -> bool:
    """Whether the claim says something of a thing by itself."""
    return any(not said.object for said in change.sides)


def _tally(side: Side, thing: str) -> Tally:
    return merged(side.tallies[key] for key in side.members[thing])


def _keeps(change: Change, stored: Row, given: Given) -> bool:
    """Whether a node that shows what it shows goes on showing that.

    A further claim of the value that ranks first only makes it rank higher; all else must be ranked anew.
    """
    said = change.after
    if change.before is not None or said is None:
        return False
    field = FIELD_KINDS.get(said.predicate)
    if field is None or said.predicate in _NOT_SHOWN or said.strength < given.line:
        return True
    if field.multiple:
        return said.value in stored.get(said.predicate, ())
    wanted = {"name": said.value} if said.predicate == "name" else field_row(said.predicate, said.value, stored["keys"])
    return all(stored.get(name) == value for name, value in wanted.items())
