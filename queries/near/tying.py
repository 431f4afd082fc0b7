"""What ties initiatives to a circle: links of its members, and things that both are linked to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from queries.as_of import has_ended, holds
from queries.engine.base import Reading
from queries.links import period
from queries.near.circle import Circle, ties_asked
from queries.near.ground import Lying
from queries.near.score import Tie
from queries.results import Ref
from queries.ties import DIRECT, ENDED, shared_weight
from queries.words import NO_DATES, joint_sentence, sentence

Row = Mapping[str, Any]
# So many links an initiative has, roughly.
_LINKS_EACH = 10


class Ties:
    """All ties of a circle, read once; the initiatives they lead to are asked for afterwards."""

    def __init__(self, reading: Reading, circle: Circle, at: datetime, as_of: datetime | None = None) -> None:
        self._circle = circle
        self._at, self._as_of = at, as_of
        self._members = {member.id: member for member in circle.members}
        rank = {member.id: place for place, member in enumerate(circle.members)}
        found = circle.ties or ()
        unasked = circle.ids if circle.ties is None else circle.ids[1:]
        if unasked:
            name, asked = ties_asked(unasked)
            found = (*found, *reading.ask(name, **asked))
        rows = [row for row in found if row["other_id"] not in self._members and holds(row, as_of)]
        # Of a thing that several members are linked to, the link of the nearest member is told.
        self._rows = sorted(rows, key=lambda row: (rank[row["here"]], -row["confidence"], row["id"]))
        self._between: dict[str, Row] = {}
        for row in self._rows:
            self._between.setdefault(row["other_id"], row)

    @property
    def direct(self) -> list[Row]:
        """The initiatives that a member is linked to, as ``near/placed`` gives them."""
        return [row["placed"] for row in self._rows if row["placed"] is not None]

    @property
    def direct_ids(self) -> set[str]:
        return {row["id"] for row in self.direct}

    def to(self, reading: Reading, initiatives: Mapping[str, Lying]) -> dict[str, list[Tie]]:
        """The ties to these initiatives, heaviest first, by the id of the initiative."""
        ties: dict[str, list[Tie]] = defaultdict(list)
        for row in self._rows:
            if row["other_id"] in initiatives:
                ties[row["other_id"]].append(self._direct(row, initiatives[row["other_id"]].ref))
        for row in self._surest(self._shared_with(reading, initiatives), initiatives):
            ties[row["here"]].append(self._shared(self._between[row["other_id"]], row, initiatives[row["here"]].ref))
        return {thing: sorted(found, key=lambda tie: (-tie.weight, tie.words)) for thing, found in ties.items()}

    def _shared_with(self, reading: Reading, initiatives: Collection[str]) -> list[Row]:
        """The links from initiatives to the shared things: of these initiatives all, of others perhaps."""
        told = [towards for row in self._between.values() for towards in row["towards"] or ()]
        many = {thing: row["degree"] for thing, row in self._between.items() if row["towards"] is None}
        if not initiatives or not many:
            return told
        # Looked for from the side that has fewer links to go along.
        if sum(many.values()) <= _LINKS_EACH * len(initiatives):
            return told + reading.ask("near/shared_by_few", things=sorted(many))
        return told + reading.ask("near/shared", initiatives=sorted(initiatives), things=sorted(many))

    def _surest(self, found: Iterable[Row], initiatives: Collection[str]) -> Sequence[Row]:
        """One link from each of these initiatives to each shared thing: the surest."""
        rows = [row for row in found if row["here"] in initiatives and holds(row, self._as_of)]
        surest: dict[tuple[str, str], Row] = {}
        for row in sorted(rows, key=lambda row: (self._ended(row), -row["confidence"], row["id"])):
            surest.setdefault((row["here"], row["other_id"]), row)
        return [surest[pair] for pair in sorted(surest)]

    def _direct(self, row: Row, initiative: Ref) -> Tie:
        member = self._members[row["here"]]
        dates = self._dates(row)
        words = sentence(row["kind"], row["direction"], member.name, initiative.name, row["role"], member.kind, dates)
        ended = self._ended(row)
        weight = DIRECT * (ENDED if ended else 1)
        return Tie(True, weight, words, (*self._way_to(member), initiative), tuple(row["claims"]), ended=ended)

    def _shared(self, ours: Row, theirs: Row, initiative: Ref) -> Tie:
        member = self._members[ours["here"]]
        between = Ref(id=ours["other_id"], kind=ours["other_kind"], name=ours["other_name"])
        ended = self._ended(ours) or self._ended(theirs)
        weight = shared_weight(between.kind, ours["degree"]) * (ENDED if ended else 1)
        words = joint_sentence(
            between, (ours["kind"], ours["direction"], ours["role"], member),
            (theirs["kind"], theirs["direction"], theirs["role"], initiative),
        )  # fmt: skip
        if self._as_of and NO_DATES in (self._dates(ours), self._dates(theirs)):
            words = f"{words} ({NO_DATES})"
        path = (*self._way_to(member), between, initiative)
        claims = (*ours["claims"], *theirs["claims"])
        return Tie(False, weight, words, path, claims, ours["degree"], ended)

    def _way_to(self, member: Ref) -> tuple[Ref, ...]:
        start = self._circle.start.ref
        return (start,) if member.id == start.id else (start, member)

    def _ended(self, row: Row) -> bool:
        return has_ended(row, self._at)

    def _dates(self, row: Row) -> str:
        """From when to when; that this is not known is only said in an answer about one day."""
        return period(row["valid_from"], row["valid_to"]) or (NO_DATES if self._as_of else "")
