"""Candidates by form: every stretch of a page that may be a name, gathered by its folded words."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.lexicon.folding import folded
from ingest.extract.remembering import Remembered
from ingest.extract.tokens import Line


@dataclass(slots=True)
class Mention:
    """Where a candidate stands: tokens ``i``–``j`` of a line. ``nested``: it may lie inside other names.

    Not frozen, because it is made for every stretch of a page, and making a frozen one takes four times as long.
    """

    line: int
    i: int
    j: int
    form: str
    nested: bool = False


@dataclass(slots=True)
class Candidate:
    """One possible thing of a page. ``features`` are the evidence, gathered over all its mentions."""

    key: str
    surfaces: dict[str, int] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    forms: frozenset[str] = frozenset()
    features: set[str] = field(default_factory=set)
    fills: int = 0
    rule: tuple[tuple[str, ...], float] | None = None

    @property
    def surface(self) -> str:
        """The form that stands most frequently, of equals the first."""
        if len(self.surfaces) == 1:
            return next(iter(self.surfaces))
        return max(self.surfaces, key=self.surfaces.__getitem__)

    @property
    def words(self) -> list[str]:
        return self.surface.split()


def _alone(form: str) -> frozenset[str]:
    return frozenset((form,))


# Shared: nearly all candidates come in one form.
_FORMS = Remembered(_alone)


class Pool:
    """The candidates of one page, by key."""

    def __init__(self) -> None:
        self.by_key: dict[str, Candidate] = {}

    def add(
        self, text: str, form: str, line: Line, i: int, j: int, features: tuple[str, ...] = (), *, nested: bool = False
    ) -> Candidate | None:
        """A mention of the thing that ``text`` names; none when nothing of it is left after folding."""
        key = folded(text)
        if len(key) < 2:
            return None
        mention = Mention(line.index, i, j, form, nested)
        candidate = self.by_key.get(key)
        if candidate is None:
            candidate = self.by_key[key] = Candidate(key, {text: 1}, [mention], _FORMS[form], set(features))
            return candidate
        if form not in candidate.forms:
            candidate.forms |= _FORMS[form]
        candidate.surfaces[text] = candidate.surfaces.get(text, 0) + 1
        candidate.mentions.append(mention)
        candidate.features.update(features)
        return candidate

    def get(self, text: str) -> Candidate | None:
        return self.by_key.get(folded(text))
