"""A Word document is read with its structure, and no package can harm."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_model.errors import NotUnderstood
from ingest.page import Page, read_page
from ingest.page.word.body import MOST_PARAGRAPHS
from tests.ingest.papers import add_link, docx_of, in_body
from tests.ingest.test_page_laws import check


def read(raw: bytes) -> Page:
    page = read_page(raw, "https://voorbeeld.example/x.docx")
    check(page)
    assert page.format == "docx"
    return page


def told(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def _minutes(document: Document) -> None:
    document.core_properties.language = "nl-NL"
    document.sections[0].header.paragraphs[0].text = "Stichting Briefhoofd"
    document.sections[0].footer.paragraphs[0].text = "Pagina 1"
    document.add_heading("Verslag van de bewonersavond", 0)
    document.add_paragraph("Datum:\t12 maart 2026")
    document.add_heading("Aanwezig", 1)
    document.add_paragraph("Mina Hagedoorn (voorzitter Buurtkring De Brug)", style="List Bullet")
    document.add_paragraph("Kees Smit", style="List Number 2")
    document.add_heading("Programma", 2)
    table = document.add_table(rows=0, cols=2)
    for row in (("Tijd", "Wat"), ("13.30 uur", "Inloop"), ("14.00 uur", "Opening\nen welkom")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words).bold = row[0] == "Tijd"
    document.add_heading("Agenda", 2)
    paragraph = document.add_paragraph("Buurt")
    paragraph.add_run("kring De Brug").bold = True
    paragraph.add_run(" werkt samen met ")
    add_link(paragraph, "Zorggroep Veldzicht", "https://veldzicht.example/")
    paragraph.add_run(".\nBel 06-12345678.")
    document.add_paragraph("Samen is beter.", style="Intense Quote")


def test_minutes_with_headings_items_a_table_and_a_link() -> None:
    page = read(docx_of(_minutes))
    assert page.title == "Verslag van de bewonersavond"
    assert page.language == "nl-NL"
    assert told(page) == [
        ("title", "Verslag van de bewonersavond"), ("label", "12 maart 2026"), ("heading", "Aanwezig"),
        ("item", "Mina Hagedoorn (voorzitter Buurtkring De Brug)"), ("item", "Kees Smit"), ("heading", "Programma"),
        ("header", "Tijd | Wat"), ("row", "13.30 uur | Inloop"), ("row", "14.00 uur | Opening / en welkom"),
        ("heading", "Agenda"), ("paragraph", "Buurtkring De Brug werkt samen met Zorggroep Veldzicht."),
        ("paragraph", "Bel ███████████."), ("quote", "Samen is beter."),
    ]  # fmt: skip
    assert [(link.text, link.target) for block in page.blocks for link in block.links] == [
        ("Zorggroep Veldzicht", "https://veldzicht.example/")
    ]


def test_the_title_is_in_its_style_or_in_the_properties_or_looks_like_one() -> None:
    def named(document: Document) -> None:
        document.core_properties.title = "Samen de wijk in"
        document.add_paragraph("Nieuwsbrief 12")
        document.add_paragraph("Samen de wijk in")

    def large(document: Document) -> None:
        document.add_heading("Samen in de wijk", 1)
        document.add_paragraph("De buurtkring begon met twintig bewoners en is nu een netwerk.").runs[0].font.size = Pt(
            9
        )

    assert read(docx_of(named)).title == "Samen de wijk in"
    assert read(docx_of(large)).title == "Samen in de wijk"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (b"<w:p><w:r><w:t>Wel</w:t></w:r><w:del><w:r><w:delText>niet</w:delText></w:r></w:del></w:p>", "Wel"),
        (b"<w:p><w:ins><w:r><w:t>Erbij gezet</w:t></w:r></w:ins></w:p>", "Erbij gezet"),
        (b"<w:p><w:r><w:t>Wel</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>", "Wel"),
        (b"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>12 maart</w:t></w:r></w:p>", "12 maart"),
        (b"<w:sdt><w:sdtContent><w:p><w:r><w:t>In een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>", "In een veld"),
        (b"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In een kader</w:t></w:r></w:p></w:txbxContent></w:pict>"
         b"</w:r></w:p>", "In een kader"),
        (b"<w:p><w:r><w:t>Zorg</w:t></w:r><w:r><w:noBreakHyphen/><w:t>en welzijn</w:t></w:r></w:p>", "Zorg-en welzijn"),
        (b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In een kader van een tabel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
         "In een kader van een tabel"),
    ],
)  # fmt: skip
def test_what_somebody_sees_is_read_and_nothing_else(xml: bytes, text: str) -> None:
    assert [text for _, text in told(read(docx_of(lambda _: None, in_body(xml))))] == [text]


def _without(name: str) -> Callable[[str, bytes], bytes | None]:
    return lambda part, content: None if part == name else content


def _cut(name: str) -> Callable[[str, bytes], bytes | None]:
    return lambda part, content: content[: len(content) // 2] if part == name else content


def _declared(part: str, content: bytes) -> bytes:
    if part != "word/document.xml":
        return content
    return b'<!DOCTYPE a [<!ENTITY x "y">]>' + content.partition(b"?>")[2]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (docx_of(lambda _: None), "In dit Word-bestand staat geen tekst."),
        (docx_of(_minutes)[:9000], "Dit Word-bestand is beschadigd of geen Word-bestand."),
        (docx_of(_minutes, _cut("word/document.xml")), "Dit Word-bestand is beschadigd of geen Word-bestand."),
        (docx_of(_minutes, _without("[Content_Types].xml")), "Dit Word-bestand is beschadigd of geen Word-bestand."),
        (docx_of(_minutes, _declared), "Dit Word-bestand legt zelf tekens vast (een DTD); dat leest Samenspel niet."),
        (docx_of(_minutes, in_body(b" " * 30_000_000)), "Dit Word-bestand is uitgepakt te groot om te lezen."),
        (docx_of(_minutes, in_body(b"<w:ins>" * 5000 + b"</w:ins>" * 5000)),
         "Dit Word-bestand is beschadigd of geen Word-bestand."),
        (docx_of(_minutes, in_body(b"<w:p/>" * (MOST_PARAGRAPHS + 9))),
         "Dit Word-bestand is te lang om in een keer te lezen: deel het op."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "Dit Office-bestand is met een wachtwoord versleuteld."),
        (b"PK\x03\x04" + b"0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
         "Dit is een OpenDocument-bestand: bewaar het als DOCX of PDF."),
        (b"PK\x03\x04 word/document.xml" + b"0" * 20_000_000, "Dit bestand is te groot om te lezen (20 MB)."),
    ],
    ids=["leeg", "afgebroken", "half", "zonder inhoud", "dtd", "bom", "diep", "lang", "op slot", "odt", "groot"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as problem:
        read_page(raw, "x.docx")
    assert str(problem.value) == sentence
    assert problem.value.source == "x.docx"


def test_a_part_that_is_longer_than_its_header_says_is_refused() -> None:
    raw = bytearray(docx_of(_minutes, in_body(b" " * 30_000_000)))
    entry = raw.rfind(b"word/document.xml") - 46  # in the directory at the end
    raw[entry + 24 : entry + 28] = (5000).to_bytes(4, "little")
    with pytest.raises(NotUnderstood, match="beschadigd"):
        read_page(bytes(raw), "x.docx")


def test_tables_in_tables_take_no_more_than_their_number() -> None:
    """Nothing is timed here; before, eighty tables in one another took as long as six thousand."""
    deep = (b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80) * 100
    assert read(docx_of(_minutes, in_body(deep))).title == "Verslag van de bewonersavond"


def test_without_python_docx_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(NotUnderstood, match=r"pip install 'samenspel\[office\]'"):
        read_page(docx_of(_minutes), "x.docx")


_RUNS = st.lists(
    st.tuples(
        st.sampled_from(["Ommen", " bewoners ", "14 mei 2024", "Datum:", "\t", "\n", "jan@a.example", "06-12345678",
                         "a\xadb", "10.30 uur", "• punt", "’t Laefhoês", "  "])
        | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6),
        st.booleans(),
    ),
    max_size=6,
)  # fmt: skip
_STYLES = st.sampled_from([None, None, "Heading 1", "Title", "List Bullet", "Quote", "cel"])


@settings(max_examples=40)
@given(st.lists(st.tuples(_STYLES, _RUNS), max_size=8))
def test_every_span_of_a_word_document_holds(paragraphs: list[tuple[str | None, list[tuple[str, bool]]]]) -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Er staat iets in dit stuk")
        for style, runs in paragraphs:
            made = (
                document.add_table(1, 2).cell(0, 1).paragraphs[0]
                if style == "cel"
                else document.add_paragraph(style=style)
            )
            for words, bold in runs:
                made.add_run(words.replace("\ufffe", "").replace("\uffff", "")).bold = bold

    raw = docx_of(write)
    assert read(raw) == read(raw)
