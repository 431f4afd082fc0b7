"""A claim before and after a transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph_model.projection.said import Said


@dataclass(frozen=True, slots=True)
class Change:
    """A claim before and after; None where it was not, or is no longer, live.

    ``is_further`` says that its page said nothing before.
    """

    before: Said | None
    after: Said | None
    is_further: bool = False

    @property
    def sides(self) -> tuple[Said, ...]:
        """The claim as it was and as it is, where it was or is live."""
        if self.before is None:
            return (self.after,) if self.after else ()
        return (self.before, self.after) if self.after else (self.before,)


def keys_in(changes: Iterable[Change]) -> set[str]:
    """The keys that changed claims name."""
    return {key for c in changes for said in c.sides for key in (said.subject, said.object) if key}
