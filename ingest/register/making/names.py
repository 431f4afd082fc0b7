"""The names of a register as one small file: folded name, kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from graph_model.evidence import Claim, End
from graph_model.names import fold
from graph_model.schema import NODE_KINDS, ORGANISATION_KINDS

# A name that several kinds of thing bear means the first of these.
_FIRST = (*ORGANISATION_KINDS, "EventSeries", "Event", "Document", "Theme", "Keyword")


def write_names(claims: Iterable[Claim], target: Path) -> None:
    """Write the names of all things but people and places, by folded name."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for end, name in _named(claims):
        if end.kind in _FIRST and fold(name):
            votes[fold(name)][end.kind] += 1
    lines = (f"{name}\t{_kind(found)}\n" for name, found in sorted(votes.items()))
    target.write_text("".join(lines), encoding="utf-8")


def _named(claims: Iterable[Claim]) -> Iterable[tuple[End, str]]:
    for claim in claims:
        ends = (end for end in (claim.subject, claim.object) if end is not None and "://" not in end.name)
        yield from ((end, end.name) for end in ends)
        if claim.predicate == "alias":
            yield claim.subject, claim.value


def _kind(votes: Counter[str]) -> str:
    """The family that comes first, and in it the kind that is named most."""

    def rank(kind: str) -> tuple[int, int, int]:
        first = min(_FIRST.index(other) for other in _FIRST if NODE_KINDS[other].family == NODE_KINDS[kind].family)
        return first, -votes[kind], _FIRST.index(kind)

    return min(votes, key=rank)
