"""What is heard of the rows of a ledger while they go by: all that the graph follows from, so none is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter

from graph_model.decisions import Decision
from graph_model.projection.given import Given
from graph_model.projection.project import Projection, project_said
from graph_model.projection.said import Said
from queries.backup.form import Row
from queries.ledger.decision_rows import decision_of
from queries.ledger.rows import heard


@dataclass(frozen=True, slots=True)
class Heard:
    """The claims that count, and the decisions that were not taken back."""

    claims: list[Said] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def batches(self, rows: Iterable[tuple[str, Row]], at_once: int, large: int) -> Iterator[tuple[str, list[Row]]]:
        """The rows as they are stored, in lists of one label, hearing them; whom to keep out each once.

        :param at_once: how many in a list; ``large``: of pages and what else holds whole texts.
        """
        for label, found in groupby(self._stored(rows), key=itemgetter(0)):
            most = large if label in _LARGE else at_once
            while batch := [row for _, row in islice(found, most)]:
                yield label, batch

    def projection(self, given: Given) -> Projection:
        """The graph that follows from what was heard."""
        return project_said(self.claims, self.decisions, given)

    def _stored(self, rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
        known: set[str] = set()
        for label, row in rows:
            if label == "Claim":
                yield label, self._claim(row)
            elif label != "Suppression" or row["id"] not in known:
                known.update((row["id"],) if label == "Suppression" else ())
                if label == "Decision" and not row["undone"]:
                    self.decisions.append(decision_of(row))
                yield label, row

    def _claim(self, row: Row) -> Row:
        if row["retired"]:
            return row
        stored, said = heard(row)
        self.claims.append(said)
        return stored


_LARGE = ("Page", "Change", "Reply")
