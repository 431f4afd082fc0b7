"""Bytes to a page: the one way in for everything that is one page."""

from __future__ import annotations

import re

from graph_model.errors import NotUnderstood
from ingest.page.assemble import finish_page
from ingest.page.decode import MAX_BYTES, MAX_LINES, decode
from ingest.page.forms import FEEDS, SITEMAPS, binary_form, text_form
from ingest.page.model import Page
from ingest.page.plain import plain_drafts
from queries.masking import ErasedNames

# Atomic groups: what lies before the first tag can be read in one way only, however many comments it holds.
_HTML = re.compile(
    r"\s*+(?><\?xml[^>]{0,200}\?>\s*+)?(?><!--.{0,2000}?-->\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|ul|ol|dl|header|nav|span)\b",
    re.I | re.S,
)
_CLOSING_TAG = re.compile(r"</(?:p|div|li|h[1-6]|td|article|section|body|html)\s*>", re.I)
_MARKDOWN = re.compile(r"^#{1,6} \S|^\*\*[^*\n]{1,200}\*\*[ \t]*$|\[[^\[\]\n]{1,200}\]\([^()\n]{0,500}\)", re.M)
_NO_PAGE = {
    "xlsx": "Dit is een XLSX-werkmap: beschrijf haar als register, dan leest Samenspel haar rij voor rij.",
    "pptx": "Dit is een PowerPoint-bestand: bewaar het als PDF.",
    "odt": "Dit is een OpenDocument-bestand: bewaar het als DOCX of PDF.",
    "locked": "Dit Office-bestand is met een wachtwoord versleuteld.",
    "calendar": "Dit is een agendabestand met losse afspraken, geen pagina.",
}


def read_page(raw: bytes, address: str, *, erased: ErasedNames | None = None) -> Page:
    """Read one page. What it returns is masked already; ``erased`` knows the names that may not come back.

    :raises NotUnderstood: when the bytes are empty, undecodable or too many, hold no readable text, or hold several
        pages (a feed, a calendar; ``ingest.formats.pages_in`` reads these).
    """
    form = binary_form(raw)
    if form and len(raw) > MAX_BYTES:
        raise NotUnderstood(f"Dit bestand is te groot om te lezen ({len(raw) // 1_000_000} MB).", address)
    if form == "pdf":
        from ingest.page.pdf import read_pdf

        return read_pdf(raw, address, erased)
    if form == "docx":
        from ingest.page.word import read_docx

        return read_docx(raw, address, erased)
    if form:
        raise NotUnderstood(_NO_PAGE[form], address)
    return read_text(decode(raw, address), address, erased)


def read_text(source: str, address: str, erased: ErasedNames | None) -> Page:
    """The same for what is text: HTML, Markdown or plain."""
    form = text_form(source)
    if form in FEEDS or form in SITEMAPS:
        raise NotUnderstood("Dit is een lijst van pagina's (een feed of sitemap), geen pagina.", address)
    if form:
        raise NotUnderstood(_NO_PAGE[form], address)
    if _HTML.match(source) or len(_CLOSING_TAG.findall(source[:20_000])) > 3:
        from ingest.page.html import read_html

        return read_html(source, address, erased)
    if source.lstrip().startswith("<?xml"):
        raise NotUnderstood("Dit is een XML-bestand, maar geen webpagina of feed.", address)
    if source.count("\n") > MAX_LINES:
        raise NotUnderstood("Deze pagina heeft te veel regels om te lezen.", address)
    marked = "#" in source or "**" in source or "](" in source
    written = address.lower().endswith((".md", ".markdown")) or (marked and _MARKDOWN.search(source))
    form = "markdown" if written else "text"
    return finish_page(source, plain_drafts(source), [], address, form, "", erased)
