"""The shape of a page: its blocks and described things as offsets, without any of its words.

Kept beside the stored text, so that a new version of the reader can read the page again as it was laid out, without
fetching it. It holds no text, so it holds no name either; where links lead is not part of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.page.model import Block, Cell, Item, Link, Offsets, Page, Property
from ingest.page.published import published_of

# What plain text and Markdown look like, the text itself tells.
PLAIN = ("text", "markdown")
_Plain = Sequence[Any]
# Where the links of a page lead, by the span of their words.
Targets = Mapping[tuple[int, int], str]


def shape_of(page: Page) -> str:
    """The shape as JSON; empty for a page whose text tells it."""
    if page.format in PLAIN:
        return ""
    headers = _headers(page.blocks)
    blocks = [_plain_block(page.text, block, headers) for block in page.blocks]
    items = [[i.source, i.type, i.block, [[p.name, p.start, p.end] for p in i.properties]] for i in page.structured]
    return json.dumps([blocks, items], separators=(",", ":"))


def page_from(text: str, shape: str, address: str, language: str, form: str, targets: Targets) -> Page:
    """The page that a stored text and its shape are of, with those of its links whose target is known."""
    plain_blocks, plain_items = json.loads(shape)
    blocks: list[Block] = []
    for plain in plain_blocks:
        blocks.append(_block(text, plain, blocks, targets))
    structured = tuple(_item(text, plain) for plain in plain_items)
    title = next((block for block in blocks if block.kind == "title"), None)
    published = published_of(tuple(blocks), structured)
    return Page(
        address, text, title.text if title else "", (title.start, title.end) if title else (0, 0), tuple(blocks),
        published[0] if published else None, published[1] if published else (0, 0), language, structured, form,
    )  # fmt: skip


def _headers(blocks: Sequence[Block]) -> dict[str, tuple[int, int]]:
    """Where the name of a column stands first: which block, which cell."""
    found: dict[str, tuple[int, int]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "header":
            for place, cell in enumerate(block.cells):
                found.setdefault(cell.text, (number, place))
    return found


def _plain_block(text: str, block: Block, headers: Mapping[str, tuple[int, int]]) -> _Plain:
    label = block.label if block.label_start < 0 else ""
    cells = [[cell.i, cell.j, headers.get(cell.header)] for cell in block.cells]
    links = [[link.start, link.end] for link in block.links]
    return [
        block.kind, block.start, block.end, block.level, label, block.label_start, block.label_end,
        block.offsets.reading, block.offsets.stored, _joiners(text, block), len(block.text), cells, links,
        block.section, block.lead,
    ]  # fmt: skip


def _joiners(text: str, block: Block) -> list[str]:
    """What is read between the pieces of a block and does not stand in the text, after each piece."""
    ends = (*block.offsets.reading[1:], len(block.text))
    joiners = []
    for begin, end, stored in zip(block.offsets.reading, ends, block.offsets.stored, strict=True):
        piece = block.text[begin:end]
        length = len(piece)
        while length and text[stored : stored + length] != piece[:length]:
            length -= 1
        joiners.append(piece[length:])
    return joiners


def _block(text: str, plain: _Plain, before: Sequence[Block], targets: Targets) -> Block:
    (kind, start, end, level, label, label_start, label_end, reading, stored, joiners, length, cells, links,
     section, lead) = plain  # fmt: skip
    read = _read(text, reading, stored, joiners, length)
    known = [(a, b, targets[a, b]) for a, b in links if (a, b) in targets]
    return Block(
        kind, start, end, read, Offsets(tuple(reading), tuple(stored)), level,
        text[label_start:label_end] if label_start >= 0 else label, label_start, label_end,
        tuple(Cell(i, j, read[i:j], _header(place, before)) for i, j, place in cells),
        tuple(Link(a, b, " ".join(text[a:b].split()), target) for a, b, target in known), section, lead,
    )  # fmt: skip


def _read(text: str, reading: _Plain, stored: _Plain, joiners: _Plain, length: int) -> str:
    ends = (*reading[1:], length)
    return "".join(
        text[at : at + end - begin - len(joiner)] + joiner
        for begin, end, at, joiner in zip(reading, ends, stored, joiners, strict=True)
    )


def _header(place: _Plain | None, before: Sequence[Block]) -> str:
    return before[place[0]].cells[place[1]].text if place and place[0] < len(before) else ""


def _item(text: str, plain: _Plain) -> Item:
    source, type_, block, properties = plain
    return Item(source, type_, tuple(Property(name, text[a:b], a, b) for name, a, b in properties), block)
