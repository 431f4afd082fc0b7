"""A PDF to a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_model.errors import NotUnderstood
from ingest.page.assemble import finish_page
from ingest.page.decode import MAX_CHARACTERS
from ingest.page.finish import mark_meta, mark_rows
from ingest.page.html_emit import Emitter
from ingest.page.html_lines import Line, Writer
from ingest.page.html_tables import Table
from ingest.page.labels import label_of
from ingest.page.model import Page
from ingest.page.pdf.columns import in_reading_order
from ingest.page.pdf.furniture import without_furniture
from ingest.page.pdf.glyphs import Source
from ingest.page.pdf.lines import Segment
from ingest.page.pdf.opening import DAMAGED, LIMITS, MOST_OPERATORS, failures, need_pypdf, opened
from ingest.page.pdf.outline import kinds_of, title_of
from ingest.page.pdf.paragraphs import Paragraph, paragraphs_of, sizes_of
from ingest.page.pdf.sheets import sheets_of
from ingest.page.plain_lines import BULLET
from ingest.page.plain_title import mark_title
from queries.masking import ErasedNames

_WORD = re.compile(r"[\w’'-]+")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")


def read_pdf(raw: bytes, address: str, erased: ErasedNames | None) -> Page:
    """The page that a PDF is, without what it repeats on every sheet.

    :raises NotUnderstood: it is damaged, locked, too big, or holds no text that can be told; or pypdf is not there.
    """
    need_pypdf(address)
    from pypdf import apply_configuration

    with apply_configuration(**LIMITS):
        document = opened(raw, address)
        try:
            source = Source(document, MOST_OPERATORS)
            sheets = list(sheets_of(source))
            told, language = _told(document.metadata, "/Title"), _told(document.root_object, "/Lang")
        except failures() as error:
            raise NotUnderstood(DAMAGED, address) from error
    if source.left < 0:
        raise NotUnderstood("Dit PDF-bestand is te lang om in een keer te lezen: deel het op.", address)
    segments = without_furniture(sheets)
    _look_at(segments, any(sheet.broken for sheet in sheets), address)
    writer = Writer()
    sizes = sizes_of(one for sheet in segments for one in sheet)
    words = {word.lower() for sheet in segments for one in sheet for word in _WORD.findall(one.text)}
    paragraphs = paragraphs_of([in_reading_order(sheet) for sheet in segments], sizes, words)
    title = title_of(paragraphs, told, sizes.usual)
    _write(paragraphs, kinds_of(paragraphs, title, sizes.usual), writer)
    text = writer.text()
    drafts = writer.drafts if title >= 0 else mark_title(text, writer.drafts)
    mark_rows(text, drafts)
    mark_meta(text, drafts)
    return finish_page(text, drafts, [], address, "pdf", language, erased)


def _told(holder: object, name: str) -> str:
    """A text that the file gives of itself, "" when it is none."""
    value = holder.get(name) if isinstance(holder, dict) else None
    if value is not None and hasattr(value, "get_object"):
        value = value.get_object()
    return " ".join(value.split())[:300] if isinstance(value, str) else ""


def _look_at(sheets: Sequence[Sequence[Segment]], broken: bool, address: str) -> None:
    """See whether there is text at all."""
    text = "".join(segment.text for sheet in sheets for segment in sheet)
    if len(text) > MAX_CHARACTERS:
        raise NotUnderstood("Dit PDF-bestand is te lang om te lezen.", address)
    if broken and not text:
        raise NotUnderstood(DAMAGED, address)
    if not any(character.isalnum() for character in text):
        raise NotUnderstood(
            "In dit PDF-bestand staat geen tekst, alleen beeld (een scan): laat er eerst tekstherkenning op los.",
            address,
        )
    if len(_UNREADABLE.findall(text)) * 4 > len(text):
        raise NotUnderstood("De letters in dit PDF-bestand zijn niet te ontcijferen.", address)


def _write(paragraphs: Sequence[Paragraph], kinds: Sequence[tuple[str, int]], writer: Writer) -> None:
    emitter = Emitter(writer, title_seen=True, on_site=False)
    rows: list[Sequence[Line]] = []
    for paragraph, (kind, level) in zip(paragraphs, kinds, strict=True):
        if kind == "row":
            emitter.settle()
            rows.append(paragraph.cells)
            continue
        _write_table(rows, writer)
        rows = []
        line = paragraph.line
        if kind == "title":
            writer.line(line, kind, level)
        elif kind == "item":
            mark = BULLET.match(line.text)
            emitter.emit(kind, level, line.part(mark.end(), len(line.text)) if mark else line)
        else:
            emitter.emit(kind, level, line)
    emitter.settle()
    _write_table(rows, writer)


def _write_table(rows: Sequence[Sequence[Line]], writer: Writer) -> None:
    table = Table()
    table.open(layout=False)
    for cells in rows:
        table.enter("tr")
        for cell in cells:
            table.enter("td")
            table.takes(cell)
            # One label above rows that have none is the name of a column.
            table.end_cell(head=cells is rows[0] and _names_columns(rows))
        table.write_row(writer)


def _names_columns(rows: Sequence[Sequence[Line]]) -> bool:
    labels = [len(cells) == 2 and label_of(cells[0].text.rstrip(":") + ":") is not None for cells in rows]
    return labels[0] and len(rows) > 2 and sum(labels) == 1
