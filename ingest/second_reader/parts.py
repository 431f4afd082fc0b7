"""Long pages in parts that overlap, so that what stands on a border stands whole in one of them.

Where a part ends hangs on white space alone: masking keeps it, so an erased page has the same parts.
"""

from __future__ import annotations

# In characters; some three thousand tokens, and with the reply well within what small models can hold.
LONGEST = 12_000
_OVERLAP = 800
_SEARCHED = 2_000


def parts_of(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """The spans of the parts: each ends where a line does, if one is near, and begins before the end of the last."""
    overlap = min(_OVERLAP, longest // 4)
    parts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > longest:
        end = _border(text, start + longest - min(_SEARCHED, longest // 4), start + longest)
        parts.append((start, end))
        start = _border(text, end - overlap, end - overlap // 2)
    parts.append((start, len(text)))
    return parts


def _border(text: str, low: int, high: int) -> int:
    """The last end of a paragraph, line or word in a range, in that order; else where the range ends."""
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, low, high)
        if at >= 0:
            return at + len(mark)
    return high
