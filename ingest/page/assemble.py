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
    if not pieces:
        return "", Offsets()
    reading: list[int] = []
    length = -len(pieces[0].joiner)
    for piece in pieces:
        length += len(piece.joiner)
        reading.append(length)
        length += piece.end - piece.start
    return read_words(text, pieces), Offsets(tuple(reading), tuple([piece.start for piece in pieces]))


def read_words(text: str, pieces: list[Piece]) -> str:
    """The reading form of some pieces."""
    if len(pieces) == 1:
        return text[pieces[0].start : pieces[0].end]
    words = [piece.joiner + text[piece.start : piece.end] for piece in pieces]
    return "".join(words)[len(pieces[0].joiner) :] if pieces else ""


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
        reading = read_words(text, pieces)
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
