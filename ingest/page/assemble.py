"""Drafts of blocks over an unmasked text to a :class:`Page` over the masked one."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.page.model import Block, Cell, Item, Link, Offsets, Page, Property
from ingest.page.published import published_of
from queries.masking import ErasedNames, mask, mask_target


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
    length = 0
    for piece in pieces:
        if parts:
            parts.append(piece.joiner)
            length += len(piece.joiner)
        reading.append(length)
        parts.append(text[piece.start : piece.end])
        length += piece.end - piece.start
    return "".join(parts), Offsets(tuple(reading) or (0,), tuple([piece.start for piece in pieces]) or (0,))


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


def finish_page(
    text: str, drafts: list[Draft], items: list[DraftItem], address: str, form: str, language: str,
    erased: ErasedNames | None,
) -> Page:  # fmt: skip
    """A page over the masked ``text``; ``form`` is one of ``model.FORMATS``, ``erased`` the names that stay away."""
    masked = mask(text, erased)
    targets = {t: mask_target(t, erased) for draft in drafts for _, _, t in draft.links}
    blocks = _blocks(masked, drafts, targets)
    structured = tuple(finish_item(masked, item) for item in items)
    title = next((b for b in blocks if b.kind == "title"), None)
    published = published_of(blocks, structured)
    return Page(
        address, masked, title.text if title else "", (title.start, title.end) if title else (0, 0), blocks,
        published[0] if published else None, published[1] if published else (0, 0), language, structured, form,
    )  # fmt: skip


def _blocks(text: str, drafts: list[Draft], targets: dict[str, str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    headings: list[tuple[int, int]] = []  # (level, index) of the headings that govern
    lead = -1
    for k, draft in enumerate(drafts):
        if draft.kind in ("title", "heading"):
            level = 1 if draft.kind == "title" else max(draft.level, 2)
            while headings and headings[-1][0] >= level:
                headings.pop()
        section = headings[-1][1] if headings else -1
        if draft.kind not in ("item", "row", "label", "header"):
            lead = -1
        elif k and drafts[k - 1].kind in ("paragraph", "caption"):
            lead = k - 1
        blocks.append(finish_block(text, draft, section, lead, targets))
        if draft.kind in ("title", "heading"):
            headings.append((level, k))
    return tuple(blocks)
