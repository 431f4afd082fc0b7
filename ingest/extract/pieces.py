"""Blocks too long for one line of a sheet, in pieces: what looks along a line then takes time in step with the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.page.model import Block, Offsets

# Ten times the longest paragraph that people write; no piece is longer than twice this.
LONGEST = 6_000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_SPACE = re.compile(r"\s+")


def pieces_of(block: Block) -> Iterator[Block]:
    """The block itself, or, of a very long one, pieces that end where a sentence ends, else at a space."""
    if len(block.text) <= LONGEST:
        yield block
        return
    start, size = 0, len(block.text)
    while start < size:
        end = size if size - start <= LONGEST else _cut(block.text, start + LONGEST)
        yield _piece(block, start, end)
        start = end


def _cut(text: str, at: int) -> int:
    for pattern in (_SENTENCE_END, _SPACE):
        found = pattern.search(text, at, at + LONGEST)
        if found is not None:
            return found.end()
    return min(at + LONGEST, len(text))


def _piece(block: Block, start: int, end: int) -> Block:
    """Characters ``start``–``end`` of the block's text as a block of its own; columns and links go."""
    inner = [k for k, at in enumerate(block.offsets.reading) if start < at < end]
    offsets = Offsets(
        (0, *(block.offsets.reading[k] - start for k in inner)),
        (block.offsets.at(start), *(block.offsets.stored[k] for k in inner)),
    )
    a, z = block.span(start, end)
    return replace(block, text=block.text[start:end], offsets=offsets, start=a, end=z, cells=(), links=())
