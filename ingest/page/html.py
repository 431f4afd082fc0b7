"""HTML to a page."""

from __future__ import annotations

import re

from graph_model.errors import NotUnderstood
from ingest.page.assemble import finish_page
from ingest.page.decode import MAX_CHARACTERS
from ingest.page.finish import mark_meta, mark_rows
from ingest.page.html_lines import Writer
from ingest.page.html_main import find_main
from ingest.page.html_tree import parse
from ingest.page.html_walk import write_blocks
from ingest.page.model import Page
from ingest.page.structured import told_titles, write_structured
from queries.masking import ErasedNames

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_UNNESTED = frozenset(
    """p li td tr th dt dd option br img hr input meta link wbr source col area base thead tbody tfoot""".split()
)
MAX_DEPTH = 4000
MAX_TAGS = 200_000


def read_html(source: str, address: str, erased: ErasedNames | None, form: str = "html") -> Page:
    """The page that HTML holds; ``form`` tells what it was before it was HTML.

    :raises NotUnderstood: it holds no readable text, or too much, or is nested too deeply.
    """
    if source.count("<") > MAX_TAGS:
        raise NotUnderstood("Deze pagina heeft te veel onderdelen om te lezen.", address)
    if len(source) > 20_000 and depth(source) > MAX_DEPTH:
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
    return finish_page(text, writer.drafts, items, address, form, tree.language, erased)


def depth(source: str) -> int:
    """How deep the elements of HTML or XML are nested at most, as far as tags tell."""
    level = deepest = 0
    for found in _TAG.finditer(source):
        if found[2].lower() not in _UNNESTED:
            level = max(level - 1, 0) if found[1] else level + 1
            deepest = max(deepest, level)
    return deepest
