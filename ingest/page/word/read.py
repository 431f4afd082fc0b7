"""A Word document to a page."""

from __future__ import annotations

from graph_model.errors import NotUnderstood
from ingest.page.assemble import Draft, finish_page
from ingest.page.finish import mark_meta, mark_rows
from ingest.page.html_lines import Writer
from ingest.page.html_main import plain
from ingest.page.model import Page
from ingest.page.plain_title import mark_title
from ingest.page.word.body import Body, TooLong
from ingest.page.word.opening import BROKEN, opened
from ingest.page.word.styles import styles_of
from queries.masking import ErasedNames

_HYPERLINK = "/hyperlink"
_TOLD_WITHIN = 9  # a title that the properties tell is one of the first blocks


def read_docx(raw: bytes, address: str, erased: ErasedNames | None) -> Page:
    """The page that a Word document is: body and text boxes, without what is repeated above and below every sheet.

    :raises NotUnderstood: it is damaged, locked, too big or empty, or python-docx is not there.
    """
    document = opened(raw, address)
    writer = Writer()
    try:
        targets = {name: rel.target_ref for name, rel in document.part.rels.items() if rel.reltype.endswith(_HYPERLINK)}
        Body(styles_of(document.styles.element), targets, writer).write(document.element.body)
        told, language = document.core_properties.title, document.core_properties.language
    except TooLong as error:
        raise NotUnderstood("Dit Word-bestand is te lang om in een keer te lezen: deel het op.", address) from error
    except BROKEN as error:
        raise NotUnderstood("Dit Word-bestand is beschadigd.", address) from error
    text = writer.text()
    if not any(character.isalnum() for character in text):
        raise NotUnderstood("In dit Word-bestand staat geen tekst.", address)
    drafts = _titled(text, writer.drafts, told)
    mark_rows(text, drafts)
    mark_meta(text, drafts)
    return finish_page(text, drafts, [], address, "docx", language, erased)


def _titled(text: str, drafts: list[Draft], told: str) -> list[Draft]:
    """The drafts with a title: the one in that style, else what the properties tell, else what looks most like one."""
    if any(draft.kind == "title" for draft in drafts):
        return drafts
    for draft in drafts[:_TOLD_WITHIN]:
        if draft.kind in ("heading", "paragraph") and told and plain(text[draft.start : draft.end]) == plain(told):
            draft.kind, draft.level = "title", 1
            return drafts
    return mark_title(text, drafts)
