"""Bytes to a page: the one way in."""

from __future__ import annotations

import re

from graph_model.errors import NotUnderstood
from ingest.masking import ErasedNames, mask, mask_target
from ingest.page.assemble import Draft, DraftItem, finish_block, finish_item
from ingest.page.decode import MAX_CHARACTERS, decode
from ingest.page.finish import mark_meta, mark_rows
from ingest.page.html_lines import Writer
from ingest.page.html_main import find_main
from ingest.page.html_tree import parse
from ingest.page.html_walk import write_blocks
from ingest.page.model import Block, Item, Page
from ingest.page.plain import plain_drafts
from ingest.page.published import byline, dated, edtf, posted
from ingest.page.structured import told_titles, write_structured

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|ul|ol|dl|header|nav|span)\b",
    re.I | re.S,
)
_CLOSING_TAG = re.compile(r"</(?:p|div|li|h[1-6]|td|article|section|body|html)\s*>", re.I)
_MARKDOWN = re.compile(r"^#{1,6} \S|^\*\*[^*\n]{1,200}\*\*[ \t]*$|\[[^\[\]\n]{1,200}\]\([^()\n]{0,500}\)", re.M)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_UNNESTED = frozenset(
    """p li td tr th dt dd option br img hr input meta link wbr source col area base thead tbody tfoot""".split()
)
MAX_DEPTH = 4000
_ARTICLES = re.compile(r".*(?:Article|Posting|WebPage|Report|Newsletter|CreativeWork)$")


def read_page(raw: bytes, address: str, *, erased: ErasedNames | None = None) -> Page:
    """Read one page. What it returns is masked already; ``erased`` knows the names that may not come back.

    :raises NotUnderstood: when the bytes are empty, binary, undecodable or too many, or hold no readable text.
    """
    source = decode(raw, address)
    if _HTML.match(source) or len(_CLOSING_TAG.findall(source[:20_000])) > 3:
        return _read_html(source, address, erased)
    form = "markdown" if address.lower().endswith((".md", ".markdown")) or _MARKDOWN.search(source) else "text"
    drafts = plain_drafts(source)
    return _finish(source, drafts, [], address, form, "", erased)


def _read_html(source: str, address: str, erased: ErasedNames | None) -> Page:
    if len(source) > 20_000 and _depth(source) > MAX_DEPTH:
        raise NotUnderstood("Deze pagina is onleesbaar diep genest.", address)
    tree = parse(source)
    main = find_main(tree, told_titles(tree))
    writer = Writer()
    opened_at = write_blocks(tree, main, writer)
    written = writer.text()
    mark_rows(written, writer.drafts)
    mark_meta(written, writer.drafts)
    items = write_structured(tree, opened_at, writer)
    text = writer.text()
    if not text.strip():
        raise NotUnderstood("Op deze pagina staat geen leesbare tekst.", address)
    if len(text) > MAX_CHARACTERS:
        raise NotUnderstood("Deze pagina is te lang om te lezen.", address)
    return _finish(text, writer.drafts, items, address, "html", tree.language, erased)


def _depth(source: str) -> int:
    depth = deepest = 0
    for found in _TAG.finditer(source):
        if found[2].lower() not in _UNNESTED:
            depth = max(depth - 1, 0) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _finish(
    text: str, drafts: list[Draft], items: list[DraftItem], address: str, form: str, language: str,
    erased: ErasedNames | None,
) -> Page:  # fmt: skip
    masked = mask(text, erased)
    targets = {t: mask_target(t, erased) for draft in drafts for _, _, t in draft.links}
    blocks = _blocks(masked, drafts, targets)
    structured = tuple(finish_item(masked, item) for item in items)
    title = next((b for b in blocks if b.kind == "title"), None)
    published = _published(blocks, structured)
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


def _published(blocks: tuple[Block, ...], items: tuple[Item, ...]) -> tuple[str, tuple[int, int]] | None:
    for item in items:
        told = item.first("datePublished")
        if told and (item.source == "open-graph" or _ARTICLES.match(item.type)) and edtf(told.value):
            return edtf(told.value) or "", (told.start, told.end)
    for find, kinds in (
        (posted, ("meta", "paragraph", "heading", "label")),
        (byline, ("meta", "paragraph", "heading")),
    ):
        for block in blocks if find is posted else blocks[:8]:
            found = find(block.text) if block.kind in kinds and len(block.text) < 200 else None
            if found:
                return found[0], block.span(found[1], found[2])
    if any(item.type.endswith("Event") for item in items):
        return None
    for block in blocks[:5]:
        found = dated(block.text) if block.kind == "meta" and not block.label else None
        if found:
            return found[0], block.span(found[1], found[2])
    return None
