"""Which themes go together: how many initiatives have both, against how many would by chance alone.

Expected is what two themes that have nothing to do with each other would share: n(a) · n(b) / n, over the n
initiatives of which any theme is known. Lift is together / expected: 1 is chance, 3 is three times as often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

# Cochran's rule of thumb: below five expected, one initiative more or less turns the outcome over.
LEAST_EXPECTED = 5.0


@dataclass(frozen=True, slots=True)
class Together:
    """Two themes (``a`` before ``b``), how many have both, how many would by chance, and the one over the other."""

    a: str
    b: str
    together: int
    expected: float

    @property
    def lift(self) -> float:
        return self.together / self.expected

    @property
    def trusted(self) -> bool:
        """Whether there is enough to go by."""
        return self.expected >= LEAST_EXPECTED


def lifts(themes_of: Iterable[Collection[str]]) -> list[Together]:
    """The pairs of themes that go together at least once; first what can be trusted, then the highest lift.

    :param themes_of: for each initiative of which any theme is known its themes, each once.
    """
    known = [sorted(themes) for themes in themes_of if themes]
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for themes in known:
        single.update(themes)
        double.update(combinations(themes, 2))
    found = [Together(a, b, n, single[a] * single[b] / len(known)) for (a, b), n in double.items()]
    return sorted(found, key=lambda one: (not one.trusted, -one.lift, -one.together, one.a, one.b))
