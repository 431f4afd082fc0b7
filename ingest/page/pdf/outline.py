"""Which paragraph is the title, and which are headings of what level: by the size of their letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.page.html_main import plain
from ingest.page.pdf.paragraphs import Paragraph

_LARGE = 1.08  # of the usual size
_TITLE = 1.15
_FIRST = 15  # a title is one of the first paragraphs
_LONGEST = 160
_MOST_WORDS = 14
# What programs write as title when nobody gave one.
_NO_TITLE = re.compile(
    r"(?:untitled|naamloos|titel|title|document\d*|microsoft word.*|.*\.(?:docx?|indd|pdf|pptx?|odt|rtf))", re.I
)


def title_of(paragraphs: Sequence[Paragraph], told: str, usual: float) -> int:
    """The index of the title, or -1: the paragraph that the file calls so, else the largest of the first sheet."""
    first = [n for n, one in enumerate(paragraphs[:_FIRST]) if one.sheet == paragraphs[0].sheet and not one.cells]
    wanted = "" if _NO_TITLE.fullmatch(told.strip()) else plain(told)
    for n in first:
        if wanted and plain(paragraphs[n].line.text) == wanted:
            return n
    large = [n for n in first if paragraphs[n].size >= _TITLE * usual and _is_short(paragraphs[n])]
    return max(large, key=lambda n: (round(paragraphs[n].size), -n), default=-1)


def kinds_of(paragraphs: Sequence[Paragraph], title: int, usual: float) -> list[tuple[str, int]]:
    """The kind of block and the level of each paragraph."""
    sizes = sorted(
        {round(one.size) for n, one in enumerate(paragraphs) if n != title and _heads(one, usual)}, reverse=True
    )
    margins = sorted({round(one.indent / 8) for one in paragraphs if one.item})
    return [("title", 1) if n == title else _kind(one, usual, sizes, margins) for n, one in enumerate(paragraphs)]


def _kind(paragraph: Paragraph, usual: float, sizes: Sequence[int], margins: Sequence[int]) -> tuple[str, int]:
    if paragraph.cells:
        return "row", 0
    if _heads(paragraph, usual):
        return "heading", min(2 + sizes.index(round(paragraph.size)), 6)
    if paragraph.item and not (paragraph.bold and not paragraph.last.marked and _is_short(paragraph)):
        return "item", min(1 + margins.index(round(paragraph.indent / 8)), 4)
    return "paragraph", 0


def _heads(paragraph: Paragraph, usual: float) -> bool:
    return not paragraph.cells and paragraph.size >= _LARGE * usual and _is_short(paragraph)


def _is_short(paragraph: Paragraph) -> bool:
    """Whether it is no more than a line or two, with letters in it and no stop behind it."""
    text = paragraph.line.text
    letters = sum(character.isalpha() for character in text)
    return letters > 2 and len(text) < _LONGEST and text[-1] not in ".;," and len(text.split()) <= _MOST_WORDS
