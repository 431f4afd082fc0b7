"""Drafts of blocks over an unmasked text to a :class:`Page` over the masked one."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.page.model import Block, Cell, Item, Link, Offsets, Page, Property


@dataclass(slots=True)
class Piece:
    """A stretch of the stored text that is read as it stands; ``joiner`` is what is read before it."""

    start: int
    end: int
    joiner: str = " "


@dataclass(slots=True)
class Draft:
    """A block in the making. Offsets are in the stored text; ``cells`` are lists of pieces with their header."""

    kind: str
    start: int
    end: int
    pieces: list[Piece]
    level: int = 0
    label: str = ""
    label_start: int = -1
    label_end: int = -1
    cells: list[tuple[list[Piece], str]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class DraftItem:
    """A described thing in the making: (name, start, end) of every property."""

    source: str
    type: str
    properties: list[tuple[str, int, int]]
    block: int = -1


def read_pieces(text: str, pieces: list[Piece]) -> tuple[str, Offsets]:
    """The reading form of some pieces and the way back."""
    if len(pieces) == 1:
        piece = pieces[0]
        return text[piece.start : piece.end], Offsets((0,), (piece.start,))
    parts: list[str] = []
    reading: list[int] = []
    stored: list[int] = []
    length = 0
    for piece in pieces:
        if parts:
            parts.append(piece.joiner)
            length += len(piece.joiner)
        reading.append(length)
        stored.append(piece.start)
        parts.append(text[piece.start : piece.end])
        length += piece.end - piece.start
    return "".join(parts), Offsets(tuple(reading) or (0,), tuple(stored) or (0,))


def finish_block(text: str, draft: Draft, section: int, lead: int, mask_target: dict[str, str]) -> Block:
    """A draft as a block over the masked ``text``."""
    pieces = [piece for cell, _ in draft.cells for piece in cell] if draft.cells else draft.pieces
    reading, offsets = read_pieces(text, pieces)
    if not pieces:
        offsets = Offsets((0,), (draft.start,))
    return Block(
        draft.kind, draft.start, draft.end, reading, offsets, draft.level,
        text[draft.label_start : draft.label_end] if draft.label_start >= 0 else draft.label,
        draft.label_start, draft.label_end, _cells(text, draft), _links(text, draft, mask_target), section, lead,
    )  # fmt: skip


def _cells(text: str, draft: Draft) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    i = 0
    for pieces, header in draft.cells:
        reading, _ = read_pieces(text, pieces)
        i += len(pieces[0].joiner) if cells and pieces else 0
        cells.append(Cell(i, i + len(reading), reading, header))
        i += len(reading)
    return tuple(cells)


def _links(text: str, draft: Draft, mask_target: dict[str, str]) -> tuple[Link, ...]:
    return tuple(
        Link(a, b, " ".join(text[a:b].split()), mask_target.get(target, target)) for a, b, target in draft.links
    )


def finish_item(text: str, draft: DraftItem) -> Item:
    """A described thing over the masked ``text``."""
    properties = tuple(Property(name, text[a:b], a, b) for name, a, b in draft.properties)
    return Item(draft.source, draft.type, properties, draft.block)


__all__ = ["Draft", "DraftItem", "Page", "Piece", "finish_block", "finish_item", "read_pieces"]
