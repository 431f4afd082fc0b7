"""Rulings: a person's verdicts on statements, looked up by the groups that a statement joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph_model.decisions import Decision, Verdict
from graph_model.names import fold
from graph_model.projection.said import Said
from graph_model.schema import LINK_KINDS

Matter = tuple[str, str, str, str]


class Rulings:
    """The verdicts in force on statements. A verdict holds for every claim whose ends are in the same groups."""

    def __init__(self, decisions: Iterable[Decision], group_of: Mapping[str, str]) -> None:
        self._verdicts: dict[Matter, Decision] = {}
        self._group_of = group_of
        self.touched: set[str] = set()
        for decision in decisions:
            if decision.is_pair:
                continue
            left = group_of.get(decision.left, decision.left)
            right = group_of.get(decision.right, decision.right) if decision.right else decision.value
            self._verdicts[_matter(left, decision.predicate, right, decision.role)] = decision
            self.touched.update((left, right) if decision.right else (left,))

    def on(self, said: Said) -> Decision | None:
        """The verdict on what a claim says, if there is one."""
        if not self._verdicts:
            return None
        left = self._group_of.get(said.subject, said.subject)
        right = self._group_of.get(said.object, said.object) if said.object else said.value
        return self._verdicts.get(_matter(left, said.predicate, right, said.role))

    def refused(self, said: Said) -> bool:
        """Whether the statement was refused, or its value replaced by another."""
        ruling = self.on(said)
        return ruling is not None and ruling.verdict in (Verdict.REFUSED, Verdict.REPLACED)

    def confirmed(self, said: Said) -> bool:
        """Whether the statement was confirmed."""
        ruling = self.on(said)
        return ruling is not None and ruling.verdict == Verdict.CONFIRMED

    def replacements(self, group: str) -> list[Decision]:
        """The values that a person put in the place of others on this group, latest last."""
        found = [d for (left, _, _, _), d in self._verdicts.items() if left == group]
        return sorted((d for d in found if d.verdict == Verdict.REPLACED), key=lambda d: (d.at, d.id))


def _matter(left: str, predicate: str, right: str, role: str) -> Matter:
    link = LINK_KINDS.get(predicate)
    if link is not None and link.symmetric and right < left:
        left, right = right, left
    return left, predicate, right, fold(role)
