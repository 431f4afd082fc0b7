"""How well a name fits what somebody typed: the same on both engines, for their own scores differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from graph_model.names import fold, fold_person, tokens

# Below this (0–100) a word is another word: "zorgkring" and "zorgkern" lie at 82, "laefhoes" and "laefhoos" at 88.
SAME_WORD = 75.0
SMALL_WORDS = frozenset(("de", "het", "een", "t", "n", "s", "van", "der", "den", "voor", "in", "op", "te", "en", "bij"))


class Fit(IntEnum):
    """How a name fits, best first."""

    EXACT = 0
    PREFIX = 1
    WORDS = 2
    FUZZY = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How well the best of several names fits; smaller is better. ``miss`` is 0 to 100, 0 for all but fuzzy fits."""

    fit: Fit
    miss: float


EXACT = Match(Fit.EXACT, 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed, folded once for many comparisons."""

    folded: frozenset[str]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Wanted:
        words = tokens(text)
        weighty = tuple(word for word in words if word not in SMALL_WORDS)
        return cls(_foldings(text), weighty or tuple(words))


def _foldings(name: str) -> frozenset[str]:
    """A name without spaces, folded as an organisation and as a person: keys know no spaces either."""
    return frozenset(folded.replace(" ", "") for folded in (fold(name), fold_person(name)) if folded)


def match(wanted: Wanted, names: Iterable[str]) -> Match | None:
    """How the best of the names fits; None when none of them does."""
    found = [fit for name in names if (fit := _match(wanted, name)) is not None]
    return min(found, default=None)


def _match(wanted: Wanted, name: str) -> Match | None:
    foldings = _foldings(name)
    if wanted.folded & foldings:
        return EXACT
    if any(have.startswith(want) for want in wanted.folded for have in foldings):
        return Match(Fit.PREFIX, 0)
    words = tokens(name)
    if wanted.words and all(any(have.startswith(want) for have in words) for want in wanted.words):
        return Match(Fit.WORDS, 0)
    return _fuzzy(wanted.words, words)


def _fuzzy(wanted: tuple[str, ...], words: list[str]) -> Match | None:
    """Every word must have one that is nearly the same."""
    from rapidfuzz.fuzz import ratio

    if not wanted or not words:
        return None
    nearest = [max(ratio(want, have) for have in words) for want in wanted]
    return Match(Fit.FUZZY, 100 - sum(nearest) / len(nearest)) if min(nearest) >= SAME_WORD else None
