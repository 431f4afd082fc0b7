"""What stands around the stretches of a page, worked out once: stretches that begin or end alike share that side."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.candidates import Candidate, Mention
from ingest.extract.mention_evidence import (
    add_enumeration,
    add_left,
    add_line,
    add_right,
    add_words,
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


@dataclass(slots=True)
class Side:
    """The evidence of one side of a stretch: before it with that of its whole line.

    ``cues`` are those pieces of it that name a word with its kind.
    """

    features: set[str] = field(default_factory=set)
    cues: set[str] = field(default_factory=set)


class Surroundings:
    """The sides, lines and enumerations of one page, each worked out when it is first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._before: dict[tuple[int, int], Side] = {}
        self._behind: dict[tuple[int, int, int], Side] = {}
        self._lines: dict[int, set[str]] = {}
        self._lists: dict[tuple[int, int], set[str]] = {}

    def add(self, candidate: Candidate, mention: Mention, cues: set[str]) -> None:
        """Adds what stands around one mention of a candidate, and to ``cues`` the words that speak of a kind."""
        line = self._sheet.lines[mention.line]
        i, j = mention.i, mention.j
        a, z = line.sentences[line.sentence[i]]
        before, behind = self._side_before(line, i, a), self._side_behind(line, j, z)
        features = candidate.features
        features |= before.features
        features |= behind.features
        cues |= before.cues
        cues |= behind.cues
        left = i > a and line.capital[i - 1]
        right = j < z and (line.capital[j] or (line.words[j] in APOSTROPHES and j + 1 < z and line.capital[j + 1]))
        features.add(_BESIDE[left][right])
        if i == 0 and j == len(line.words):
            features.add(f"fills:block={line.block.kind}")
        if i > 0 and j < len(line.words) and line.words[i - 1] in _QUOTES_BEFORE and line.words[j] in _QUOTES_BEHIND:
            features.add("quoted:tight")
        if j == i + 1 and "init" in line.classes[i] and self._is_plural(line, i, z):
            features.add("is:init")
        runs = list_of(line, i) if line.lists else None
        if runs is not None and any(x <= i and j <= y for x, y in runs):
            features |= self._of_list(line, runs)

    def _is_plural(self, line: Line, i: int, z: int) -> bool:
        """Whether token ``i`` is a plural that the page uses more than once, not at the start, and heads no name."""
        low = line.lows[i]
        if line.opens[i] or not low.endswith(("s", "en")) or self._sheet.counts[low] < 2:
            return False
        return i + 1 >= z or line.lows[i + 1] not in ("van", "voor")

    def _side_before(self, line: Line, i: int, a: int) -> Side:
        side = self._before.get((line.index, i))
        if side is None:
            side = self._before[(line.index, i)] = Side(set(self._of_line(line)))
            add_left(side.features, [line.lows[i - q] if i - q >= a else "^" for q in (1, 2, 3)])
            add_words(side.features, side.cues, "L", line, max(a, i - _WIDTH), i)
            if line.opens[i]:
                side.features.add("opens")
            if i == 0:
                side.features.add(f"starts:block={line.block.kind}")
        return side

    def _side_behind(self, line: Line, j: int, z: int) -> Side:
        side = self._behind.get((line.index, j, z))
        if side is None:
            side = self._behind[(line.index, j, z)] = Side()
            add_right(side.features, line, [line.lows[j + q] if j + q < z else "$" for q in (0, 1, 2)], j, z)
            add_words(side.features, side.cues, "R", line, j, min(z, j + _WIDTH))
            if is_location(line, j, z):
                side.features.add("apposition:location")
        return side

    def _of_line(self, line: Line) -> set[str]:
        found = self._lines.get(line.index)
        if found is None:
            found = self._lines[line.index] = set()
            add_line(found, self._sheet, line)
        return found

    def _of_list(self, line: Line, runs: list[tuple[int, int]]) -> set[str]:
        found = self._lists.get((line.index, runs[0][0]))
        if found is None:
            found = self._lists[(line.index, runs[0][0])] = set()
            add_enumeration(found, line, runs)
        return found
