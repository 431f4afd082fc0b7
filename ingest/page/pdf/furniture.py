"""What a PDF repeats above and below every sheet, its page numbers, and the dotted lines of a table of contents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.page.pdf.lines import Segment, by_height

_MARGIN = 0.13  # of the height, above and below
_EDGE = 0.07  # what is this near and small as well is furniture, even on a single sheet
_SMALL = 0.82  # of the usual size
_FEW = 6  # sheets; in fewer, what stands on two at the same height is furniture, else what stands on three
_NUMBER = re.compile(
    r"[\W_]*(?:(?:pagina|blad(?:zijde)?|blz|pag|page|p)\b\.?\s*)?(?:\d{1,4}|[ivx]{1,6})(?:\s*(?:/|van|of|-)\s*\d{1,4})?"
    r"[\W_]*",
    re.I,
)
_CONTENTS = re.compile(r".*(?:\. ?|…|_){4,}\s*\d{1,4}\s*")
_DIGITS = re.compile(r"\d+")
_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the y of its lower and upper edge, its segments from top to bottom, and whether some are missing."""

    bottom: float
    top: float
    segments: Sequence[Segment]
    broken: bool = False

    def place(self, segment: Segment) -> float:
        """How far from the nearest edge, as a share of the height; negative in the upper half."""
        height = max(self.top - self.bottom, 1.0)
        up = (segment.y - self.bottom) / height
        return up if up < 0.5 else up - 1.0


def without_furniture(sheets: Sequence[Sheet]) -> list[list[Segment]]:
    """The segments of each sheet that are its own."""
    repeated = _repeated(sheets)
    sizes = [segment.size for sheet in sheets for segment in sheet.segments]
    small = _SMALL * median(sizes) if sizes else 0.0
    return [_own(sheet, repeated, small) for sheet in sheets]


def _own(sheet: Sheet, repeated: set[_Key], small: float) -> list[Segment]:
    outer = [segment for segment in sheet.segments if abs(sheet.place(segment)) < _MARGIN]
    again = [segment for segment in outer if any(key in repeated for key in _keys(segment))]
    # Beside a page number stands what changes from chapter to chapter.
    beside = [segment.y for segment in again if _NUMBER.fullmatch(segment.text)]
    dropped = {id(segment) for segment in again}
    dropped |= {id(segment) for segment in outer if any(abs(segment.y - y) < 2 for y in beside)}
    dropped |= {id(one) for one in outer if one.size < small and abs(sheet.place(one)) < _EDGE}
    dropped |= {id(line[0]) for line in by_height(outer) if len(line) == 1 and _NUMBER.fullmatch(line[0].text)}
    return [one for one in sheet.segments if id(one) not in dropped and not _CONTENTS.fullmatch(one.text)]


def _repeated(sheets: Sequence[Sheet]) -> set[_Key]:
    """What stands at the same height near the edge of several sheets."""
    on: defaultdict[_Key, set[int]] = defaultdict(set)
    for number, sheet in enumerate(sheets):
        for segment in sheet.segments:
            if abs(sheet.place(segment)) < _MARGIN:
                for key in _keys(segment):
                    on[key].add(number)
    needed = 2 if len(sheets) < _FEW else 3
    return {key for key, carriers in on.items() if len(carriers) >= needed}


def _keys(segment: Segment) -> tuple[_Key, _Key]:
    """The words without their numbers, at their height; two keys, for the height is not exact."""
    words = _DIGITS.sub("#", " ".join(segment.text.lower().split()))
    return (words, round(segment.y / 6)), (words, round(segment.y / 6 + 0.5))
