"""What stands around a span of a page: its sentence, its block, the blocks beside it, the headings above it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ingest.page.model import Page
from ingest.reading import Quote

Span = tuple[int, int]

# Within so many characters a list and the sentence that speaks of all its items belong together.
REACH, FAR = 600, 1500
# Not after an initial: "M. Platschorre".
_SENTENCE_END = re.compile(r"(?<![^\w][A-Z])(?<!^[A-Z])[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[^\W\da-z_])")
# Words that carry on what the sentence before was about.
_POINTING = re.compile(
    r"\b(?:daar\w*|hier\w*|er|die|deze|dit|dat|zij|ze|hij|hem|haar|hun|zijn|wij|we|ons|onze|beiden?|alle|samen|ook)\b",
    re.IGNORECASE,
)
_LONGEST = 400


class Surroundings:
    """One page's blocks, by where they stand."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._order = sorted(range(len(page.blocks)), key=lambda n: page.blocks[n].start)
        self._starts = [page.blocks[n].start for n in self._order]
        titles = [(b.start, b.end) for b in page.blocks if b.kind == "title"]
        self._titles = [span for span in (*titles, page.title_span) if span[0] < span[1]]

    def is_title(self, span: Span) -> bool:
        """Whether a span stands in the page's title."""
        return any(_within(span, title) for title in self._titles)

    def sentence(self, start: int, end: int) -> Quote:
        """The sentence around a span, within its block; the span alone where the sentence is very long."""
        block = next((self._page.blocks[n] for n in self._blocks((start, end))), None)
        if block is None:
            return Quote(start, end)
        low, high = min(block.start, start), max(block.end, end)
        text = self._page.text
        for stop in _SENTENCE_END.finditer(text, low, high):
            if stop.end() <= start:
                low = stop.end()
            elif stop.start() >= end - 1:
                high = stop.start() + 1
                break
        if high - low > _LONGEST:
            return Quote(start, end)
        return Quote(low + len(text[low:high]) - len(text[low:high].lstrip()), low + len(text[low:high].rstrip()))

    def falls_apart(self, quote: Span, first: Iterable[Span], second: Iterable[Span]) -> bool:
        """Whether a quote names two things in sentences that have nothing to do with one another.

        Two sentences may belong together, when the second points back; more than two are no quote for one statement.
        """
        text = self._page.text[quote[0] : quote[1]]
        borders = [quote[0] + stop.end() for stop in _SENTENCE_END.finditer(text)]
        if not borders:
            return False
        places = [
            {bisect_right(borders, a) for a, z in spots if quote[0] <= a and z <= quote[1]} for spots in (first, second)
        ]
        if not all(places) or places[0] & places[1]:
            return False
        later = self._page.text[borders[0] : quote[1]]
        return len(borders) > 1 or _POINTING.search(later) is None

    def steps(self, spot: Span, quote: Span) -> int:
        """How far a spot is from a quote: 0 in it, 1 in its block, 2 beside that, 3 above it, 4 in reach, 5 not."""
        if _within(spot, quote):
            return 0
        own = self._blocks(quote)
        if any(self._holds(n, spot) for n in own):
            return 1
        if any(self._holds(n, spot) for n in self._beside(own)):
            return 2
        if self.is_title(spot) or any(self._holds(n, spot) for n in self._above(own)):
            return 3
        far = min(abs(spot[0] - quote[1]), abs(quote[0] - spot[1]))
        return 4 if far <= REACH else 5 if far <= FAR else 6

    def _blocks(self, span: Span) -> list[int]:
        """The blocks that overlap a span."""
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        last = bisect_left(self._starts, span[1])
        return [n for n in self._order[first:last] if self._page.blocks[n].end > span[0]]

    def _holds(self, n: int, spot: Span) -> bool:
        return _within(spot, (self._page.blocks[n].start, self._page.blocks[n].end))

    def _beside(self, own: list[int]) -> list[int]:
        count = len(self._page.blocks)
        return [m for n in own for m in (n - 1, n + 1) if 0 <= m < count]

    def _above(self, own: list[int]) -> set[int]:
        """The headings over these blocks, and the paragraph that introduces a list."""
        found: set[int] = set()
        waiting = list(own)
        while waiting:
            block = self._page.blocks[waiting.pop()]
            for n in (block.section, block.lead):
                if n >= 0 and n not in found:
                    found.add(n)
                    waiting.append(n)
        return found


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
