"""What stands around the stretches of a page, worked out once: stretches that begin or end alike share that side."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.candidates import Candidate
from ingest.extract.mention_evidence import (
    AROUND,
    add_enumeration,
    add_left,
    add_line,
    add_right,
    is_location,
)
from ingest.extract.spans import list_of
from ingest.extract.structure import Sheet
from ingest.extract.tokens import Line
from ingest.extract.words import APOSTROPHES

_WIDTH = 6
_BESIDE = (("beside=00", "beside=01"), ("beside=10", "beside=11"))
_QUOTES_BEFORE = "\"“‘'"
_QUOTES_BEHIND = "\"”’'"
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Side:
    """The evidence of one side of a stretch: before it with that of its whole line.

    ``cues`` are those pieces of it that name a word with its kind; ``capital``: the stretch may go on there in its
    sentence; ``quote``: a quotation mark stands there.
    """

    features: set[str]
    cues: frozenset[str]
    capital: bool
    quote: bool


@dataclass(slots=True)
class _Around:
    """What each token of a line says to what stands behind it (``left``) or before it (``right``), and its cues.

    ``features`` hold for everything on the line. ``before`` and ``behind`` are the sides that were asked for: by where
    a stretch begins, and by where it and its sentence end.
    """

    features: set[str]
    left: tuple[tuple[str, ...], ...]
    right: tuple[tuple[str, ...], ...]
    cues: tuple[tuple[str, ...], ...]
    cued: bool
    before: dict[int, Side] = field(default_factory=dict)
    behind: dict[tuple[int, int], Side] = field(default_factory=dict)


def _joined(cues: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Few words are cues, and most sides have none."""
    return _NONE.union(*cues) if any(cues) else _NONE


class Surroundings:
    """The sides, lines and enumerations of one page, each worked out when it is first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lines: dict[int, _Around] = {}
        self._lists: dict[tuple[int, int], set[str]] = {}

    def add(self, candidate: Candidate, line: Line, i: int, j: int, cues: set[str]) -> None:
        """Adds what stands around tokens ``i``–``j`` of a line, and to ``cues`` the words that speak of a kind."""
        a, z = line.sentences[line.sentence[i]]
        around = self._lines.get(line.index) or self._around(line)
        before = around.before.get(i) or _side_before(around, line, i, a)
        behind = around.behind.get((j, z)) or _side_behind(around, line, j, z)
        features = candidate.features
        features |= before.features
        features |= behind.features
        if before.cues or behind.cues:
            cues |= before.cues
            cues |= behind.cues
        features.add(_BESIDE[before.capital][behind.capital])
        if before.quote and behind.quote:
            features.add("quoted:tight")
        if i == 0 and j == len(line.words):
            features.add(f"fills:block={line.block.kind}")
        if j == i + 1 and "init" in line.classes[i] and self._is_plural(line, i, z):
            features.add("is:init")
        if line.lists:
            runs = list_of(line, i)
            if runs is not None and any(x <= i and j <= y for x, y in runs):
                features |= self._of_list(line, runs)

    def _is_plural(self, line: Line, i: int, z: int) -> bool:
        """Whether token ``i`` is a plural that the page uses more than once, not at the start, and heads no name."""
        low = line.lows[i]
        if line.opens[i] or not low.endswith(("s", "en")) or self._sheet.counts[low] < 2:
            return False
        return i + 1 >= z or line.lows[i + 1] not in ("van", "voor")

    def _around(self, line: Line) -> _Around:
        features: set[str] = set()
        add_line(features, self._sheet, line)
        told = map(AROUND.__getitem__, line.words)
        left, right, cues = zip(*told, strict=True) if line.words else ((), (), ())
        found = self._lines[line.index] = _Around(features, left, right, cues, any(cues))
        return found

    def _of_list(self, line: Line, runs: list[tuple[int, int]]) -> set[str]:
        found = self._lists.get((line.index, runs[0][0]))
        if found is None:
            found = self._lists[(line.index, runs[0][0])] = set()
            add_enumeration(found, line, runs)
        return found


def _side_before(around: _Around, line: Line, i: int, a: int) -> Side:
    start = max(a, i - _WIDTH)
    features = around.features.union(*around.left[start:i])
    lows, far = line.lows, i - a
    add_left(
        features,
        lows[i - 1] if far > 0 else "^",
        lows[i - 2] if far > 1 else "^",
        lows[i - 3] if far > 2 else "^",
    )
    if line.opens[i]:
        features.add("opens")
    if i == 0:
        features.add(f"starts:block={line.block.kind}")
    cues = _joined(around.cues[start:i]) if around.cued else _NONE
    capital = i > a and line.capital[i - 1]
    side = around.before[i] = Side(features, cues, capital, i > 0 and line.words[i - 1] in _QUOTES_BEFORE)
    return side


def _side_behind(around: _Around, line: Line, j: int, z: int) -> Side:
    stop = min(z, j + _WIDTH)
    features: set[str] = set().union(*around.right[j:stop])
    lows, far = line.lows, z - j
    one = lows[j] if far > 0 else "$"
    add_right(features, line, one, lows[j + 1] if far > 1 else "$", lows[j + 2] if far > 2 else "$", j, z)
    if one == "," and is_location(line, j, z):
        features.add("apposition:location")
    cues = _joined(around.cues[j:stop]) if around.cued else _NONE
    word = line.words[j] if j < len(line.words) else ""
    capital = far > 0 and (line.capital[j] or (word in APOSTROPHES and far > 1 and line.capital[j + 1]))
    side = around.behind[(j, z)] = Side(features, cues, capital, word != "" and word in _QUOTES_BEHIND)
    return side
