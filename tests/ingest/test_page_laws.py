"""The law of every page: what a block reads is what stands at its span in the stored text."""

from __future__ import annotations

import re
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.keys import fingerprint
from ingest.page import Block, Page, read_page
from queries.masking import KeyedNames, mask

_JOINERS = frozenset(" |/")
_WORDS = st.sampled_from(
    [
        "Ommen", "bewoners", "cliëntenraad", "’t Laefhoês", "Jan de Vries", "14 mei 2024", "10.30", "10.30 uur",
        "Thema's:", "Voor wie?", "Datum:", "📅", "🕒", "📍", "👥", "e\u0301", "a\xadb", "x\u200by", "\ufeff", "\xa0",
        "  ", "\t", "—", "“ja”", "\"nee\"", "1.", "-", "*", ">", "#", "|", "…", ".", ",", "A & B", "<br>", "&nbsp;",
        "[link](#doel)", "**vet**", "*schuin*", "![beeld](a.png)", "<https://a.example/b>", "info@a.example",
        "jan@a.example", "06-12345678", "╔══╗", "----", "\uf073", "Lees ook", "Geplaatst op 3 mei 2024", "\u2028",
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=8)  # fmt: skip
_LINES = st.lists(_WORDS, max_size=9).map(" ".join)
_PLAIN = st.lists(
    st.tuples(_LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\n\n\n", "\r", " \n", "\n    ", "\n- "])), max_size=12
)
_TAGS = st.sampled_from(
    "p div span b em a li ul ol h1 h2 h3 table tr td th dl dt dd blockquote br section article aside nav time "
    "figcaption button form strong i header footer main".split()
)
_ATTRIBUTES = st.sampled_from(
    [
        "", ' class="meta"', ' class="menu"', ' href="mailto:jan@a.example"', ' datetime="2024-05-03"', " itemscope",
        " hidden", ' itemprop="name"', ' class="byline" id="x"', ' itemscope itemtype="https://schema.org/Event"',
        ' class="quote"',
    ]
)  # fmt: skip
_ENTITIES = st.sampled_from(["&eacute;", "&shy;", "&#128197;", "<br>", "&amp;"])


def _element(tag: str, attributes: str, parts: list[str], closed: bool) -> str:
    return f"<{tag}{attributes}>{''.join(parts)}{f'</{tag}>' if closed else ''}"


_HTML = st.recursive(
    _LINES.map(escape) | _LINES | _ENTITIES,
    lambda inner: st.builds(
        _element, _TAGS, _ATTRIBUTES, st.lists(inner, max_size=4), st.sampled_from([True, True, False])
    ),
    max_leaves=20,
)


def check(page: Page) -> None:
    """All spans of a page hold."""
    for block in page.blocks:
        check_block(page, block)
    titles = [b for b in page.blocks if b.kind == "title"]
    assert [(b.text, (b.start, b.end)) for b in titles] == ([(page.title, page.title_span)] if titles else [])
    for item in page.structured:
        for told in item.properties:
            assert page.text[told.start : told.end] == told.value
    assert page.fingerprint == fingerprint(page.text)


def check_block(page: Page, block: Block) -> None:
    assert 0 <= block.start <= block.end <= len(page.text)
    assert -1 <= block.section < len(page.blocks)
    assert -1 <= block.lead < len(page.blocks)
    last = -1
    for i, character in enumerate(block.text):
        a, b = block.span(i, i + 1)
        assert block.start <= a < b <= block.end
        assert a >= last
        last = a
        assert page.text[a:b] == character or character in _JOINERS
    for cell in block.cells:
        assert block.text[cell.i : cell.j] == cell.text
    for link in block.links:
        assert block.start <= link.start <= link.end <= block.end
        assert " ".join(page.text[link.start : link.end].split()) == link.text
    if block.label_start >= 0:
        assert page.text[block.label_start : block.label_end] == block.label
    check_back(block)


def check_back(block: Block) -> None:
    """A reading range leads to a stored span and back."""
    n = len(block.text)
    for i in range(0, n, max(1, n // 7)):
        j = min(n, i + 5)
        if block.text[i] not in _JOINERS and block.text[j - 1] not in _JOINERS:
            assert block.locate(*block.span(i, j)) == (i, j)


def read(source: str) -> Page:
    return read_page(source.encode("utf-8", "surrogatepass"), "https://a.example/b")


@settings(max_examples=200)
@given(_PLAIN)
def test_plain_text_and_markdown_keep_the_law(lines: list[tuple[str, str]]) -> None:
    source = "Een titel die er staat\n\n" + "".join(line + end for line, end in lines) + "Slot."
    check(read(source))


def test_an_item_of_nothing_but_a_hidden_character_may_have_a_line_below_it() -> None:
    check(read("Een titel die er staat\n\n- \ufeff\n    Slot."))


@settings(max_examples=200)
@given(st.lists(_HTML, max_size=6))
def test_html_keeps_the_law(parts: list[str]) -> None:
    check(read("<!doctype html><html><body><h1>Titel</h1><p>Er staat iets.</p>" + "".join(parts)))


@given(_PLAIN)
def test_the_stored_text_of_a_plain_page_is_the_page_itself_masked(lines: list[tuple[str, str]]) -> None:
    source = "Een titel die er staat\n\n" + "".join(line + end for line, end in lines) + "Slot."
    page = read(source)
    if page.format != "html":
        assert [a for a in page.text if a.isalnum()] == [a for a in mask(page.text) if a.isalnum()]
        assert page.text.startswith("Een titel die er staat\n\n")
        assert "\r" not in page.text


@given(_PLAIN, st.booleans())
def test_reading_twice_is_reading_once(lines: list[tuple[str, str]], html: bool) -> None:
    source = (
        "<html><h1>Titel</h1><p>x" * html + "Een titel die er staat\n\n" + "".join(line + end for line, end in lines)
    )
    assert read(source) == read(source)


# Of erased names only a digest is kept: within a longer word ("Jan de Vriesbewoners") none can be known again.
AS_A_NAME = re.compile(r"(?<!\w)Jan de Vries(?!\w)")


@given(st.lists(_HTML, max_size=4))
def test_erased_names_and_private_addresses_are_in_no_page(parts: list[str]) -> None:
    source = "<html><body><h1>Titel</h1><p>Van Jan de Vries, jan@a.example.</p>" + "".join(parts)
    page = read_page(source.encode("utf-8", "surrogatepass"), "x", erased=KeyedNames.of(b"geheim", ["Jan de Vries"]))
    assert not AS_A_NAME.search(page.text)
    assert "jan@a.example" not in page.text
    assert not any(AS_A_NAME.search(b.text) or "jan@" in link.target for b in page.blocks for link in b.links)
    check(page)
