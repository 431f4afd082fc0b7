"""A PDF is read as somebody reads it: column by column, without what every sheet repeats, and no file can harm."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from graph_model.errors import NotUnderstood
from ingest.page import Page, read_page
from ingest.page.html_lines import Line
from ingest.page.pdf.joining import joined_lines
from tests.ingest.papers import RESOURCES, Text, lines, pdf_of, raw_pdf
from tests.ingest.test_page_laws import check

REPORT = Path(__file__).parents[1] / "pages" / "jaarverslag.pdf"  # printed by Chromium from HTML of ours
_LEFT = (
    "De buurtkring begon met twintig bewoners\nen is nu een netwerk van tachtig mensen\n"
    "die elkaar helpen met boodschappen, ver-\nvoer en gezelschap. Dat doen zij samen\n"
    "met Zorggroep Veldzicht en het dorpshuis."
)
_RIGHT = (
    "Wat begon als koffietafel is nu een inloop\nop vier ochtenden in de week, met zorg-\n"
    "en welzijnswerkers die aanschuiven als\nhet nodig is. De gemeente betaalt de huur\n"
    "van het gebouw en de buren het brood."
)


def read(raw: bytes) -> Page:
    page = read_page(raw, "https://voorbeeld.example/x.pdf")
    check(page)
    assert page.format == "pdf"
    return page


def told(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def test_a_report_in_two_columns() -> None:
    page = read(REPORT.read_bytes())
    assert page.title == "Jaarverslag 2025 van Buurtkring De Brug in Oegstgeest"
    assert [b.text for b in page.blocks if b.kind == "heading"] == [
        "Voorwoord", "Het bestuur", "Wat we deden", "Programma van de jaarvergadering",
    ]  # fmt: skip
    assert [(b.label, b.text) for b in page.blocks if b.kind == "label"] == [
        ("Datum", "14 maart 2026."), ("Plaats", "Dorpshuis De Linde, Oegstgeest"),
    ]  # fmt: skip
    assert [b.text for b in page.blocks if b.kind == "item"] == [
        "Marjolein Aardenburg, voorzitter",
        "Kees van den Heuvel, penningmeester en contactpersoon voor de wijkverpleging in Oegstgeest en omgeving",
    ]
    assert [[cell.text for cell in b.cells] for b in page.blocks if b.kind == "row"] == [
        ["10.30 uur", "Inloop met koffie"],
        [
            "11.00 uur",
            "Opening door Marjolein Aardenburg, voorzitter van Buurtkring De Brug, en een terugblik op het jaar met "
            "alle vrijwilligers die erbij waren",
        ],
        ["12.00 uur", "Lunch"],
    ]
    first = next(b for b in page.blocks if b.kind == "paragraph")
    assert first.text.startswith("Het afgelopen jaar groeide Buurtkring De Brug van twintig naar tachtig deelnemers.")
    assert first.text.endswith("een inlooppunt openden in de wijk.")


def test_a_report_keeps_its_links_and_loses_what_is_private_or_on_every_sheet() -> None:
    page = read(REPORT.read_bytes())
    links = [link for block in page.blocks for link in block.links]
    assert {link.target for link in links} == {"https://debrug.example/netwerk"}
    assert " ".join(link.text for link in links) == "het netwerk van zorg- en welzijnsorganisaties"
    assert "█" in page.text
    assert "12345678" not in page.text
    assert "Kantlijn" not in page.text
    assert "Pagina" not in page.text


def test_columns_are_read_one_after_the_other_and_divided_words_are_whole() -> None:
    sheet = [Text(60, 760, "Een jaar buurtkring in het dorp aan de rivier", 18), *lines(_LEFT), *lines(_RIGHT, x=310)]
    assert told(read(pdf_of(sheet))) == [
        ("title", "Een jaar buurtkring in het dorp aan de rivier"),
        ("paragraph", _LEFT.replace("ver-\n", "ver").replace("\n", " ")),
        ("paragraph", _RIGHT.replace("\n", " ")),
    ]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("wijkver-", "pleging", "wijkverpleging"), ("zorg-", "en welzijn", "zorg- en welzijn"),
        ("Oost-", "Nederland", "Oost-Nederland"), ("oud-", "voorzitter", "oud-voorzitter"),
        ("mede-", "werker", "medewerker"), ("mede-", "oprichter", "mede-oprichter"),
        ("2024-", "2025", "2024-2025"), ("een -", "streepje", "een - streepje"), ("jan@", "a.example", "jan@a.example"),
        ("wijk\u00ad", "team", "wijkteam"), ("Veld", "zicht", "Veld zicht"),
    ],
)  # fmt: skip
def test_the_end_of_a_line_and_the_next_as_somebody_reads_them(first: str, second: str, one: str) -> None:
    assert joined_lines(Line(first), Line(second), {"mede-oprichter"}).text == one


def test_an_address_that_a_line_divides_is_masked_as_one() -> None:
    page = read(
        pdf_of(lines("Wie mee wil doen met de buurtkring mailt naar mina.hagedoorn@\nveldzicht.example of belt."))
    )
    assert "hagedoorn" not in page.text


def test_a_table_is_read_row_by_row() -> None:
    rows = [("Naam", "Rol", "Organisatie"), ("Mina Hagedoorn", "voorzitter", "Buurtkring De Brug"),
            ("Kees Smit", "bestuurder", "Zorggroep Veldzicht")]  # fmt: skip
    sheet = [Text(60 + 140 * k, 700 - 20 * n, cell) for n, row in enumerate(rows) for k, cell in enumerate(row)]
    page = read(pdf_of(sheet))
    assert [tuple(cell.text for cell in b.cells) for b in page.blocks if b.cells] == rows


def test_what_is_drawn_twice_is_read_once_and_twin_letters_are_two() -> None:
    letters = [Text(60 + 2.22 * n, 700, letter) for n, letter in enumerate("ill")]  # as wide as they are in Helvetica
    twice = [Text(60, 680, "Vet door twee keer"), Text(60.3, 680, "Vet door twee keer")]
    assert [text for _, text in told(read(pdf_of([*letters, *twice])))] == ["ill", "Vet door twee keer"]


def test_rules_around_cells_tell_what_stands_in_which() -> None:
    """Here the short cells stand halfway the long one, and the first is close beside it."""
    boxes = b"".join(b"%d %d %d 30 re S " % (x, y, w) for y in (700, 670) for x, w in ((60, 12), (72, 200), (272, 120)))
    texts = [
        Text(63, 711, "1"), Text(74, 716, "Brief aan de gemeente Zeist over het"), Text(74, 705, "inlooppunt"),
        Text(290, 711, "Mina Hagedoorn"), Text(63, 681, "2"), Text(74, 681, "Afspraak"), Text(290, 681, "Kees Smit"),
    ]  # fmt: skip
    page = read(raw_pdf([boxes + b"".join(text.drawn() for text in (*lines("Actielijst", y=760, size=18), *texts))]))
    assert [[cell.text for cell in b.cells] for b in page.blocks if b.cells] == [
        ["1", "Brief aan de gemeente Zeist over het inlooppunt", "Mina Hagedoorn"], ["2", "Afspraak", "Kees Smit"],
    ]  # fmt: skip


def test_a_table_beside_a_column_stays_a_table() -> None:
    boxes = b"".join(b"310 %d 100 20 re S 410 %d 120 20 re S " % (y, y) for y in (700, 680, 660))
    cells = [("Wie", "Wat"), ("Mina", "voorzitter"), ("Kees", "bestuurder")]
    texts = [Text(x, 706 - 20 * n, cell[k]) for n, cell in enumerate(cells) for k, x in enumerate((314, 414))]
    drawn = b"".join(text.drawn() for text in (*lines(_LEFT, y=706), *texts, *lines(_RIGHT, x=310, y=640)))
    kinds = [(b.kind, b.text) for b in read(raw_pdf([boxes + drawn])).blocks]
    assert kinds[0] == ("paragraph", _LEFT.replace("ver-\n", "ver").replace("\n", " "))
    assert [text for kind, text in kinds if kind in ("row", "header")] == [
        "Wie | Wat",
        "Mina | voorzitter",
        "Kees | bestuurder",
    ]
    assert kinds[-1] == ("paragraph", _RIGHT.replace("\n", " "))


def test_dots_that_are_drawn_before_lines_make_items_of_them() -> None:
    dots = b"".join(b"62 %d 3 3 re f " % y for y in (702, 676))
    words = "Mina Hagedoorn belt de gemeente over de sleutel\nvan het dorpshuis.\nKees Smit schrijft."
    page = read(raw_pdf([dots + b"".join(text.drawn() for text in lines(words, x=75))]))
    assert told(page)[-2:] == [
        ("item", "Mina Hagedoorn belt de gemeente over de sleutel van het dorpshuis."), ("item", "Kees Smit schrijft."),
    ]  # fmt: skip


def test_what_every_sheet_repeats_is_left_out_and_a_paragraph_goes_on_over_the_border() -> None:
    def sheet(number: int, words: str) -> list[Text]:
        return [
            Text(60, 810, "Notulen cliëntenraad", 10), *lines(words, y=740), Text(280, 30, f"Pagina {number} van 3"),
        ]  # fmt: skip

    page = read(pdf_of(
        sheet(1, "Op deze middag spraken de leden met de wethouder over\nhet punt dat er in het voorjaar komt en de"),
        sheet(2, "plannen van Zorggroep Veldzicht voor de wijk aan de andere\nkant van de rivier."),
        sheet(3, "De volgende vergadering is in mei."),
    ))  # fmt: skip
    assert [text for _, text in told(page)] == [
        "Op deze middag spraken de leden met de wethouder over het punt dat er in het voorjaar komt en de "
        "plannen van Zorggroep Veldzicht voor de wijk aan de andere kant van de rivier.",
        "De volgende vergadering is in mei.",
    ]


def test_items_labels_and_headings() -> None:
    page = read(pdf_of([
        *lines("Verslag van de bewonersavond", y=770, size=16),
        *lines("Datum: 12 maart 2026\nLocatie: Dorpshuis De Linde", y=740),
        *lines("Afspraken", y=700, bold=True),
        *lines("• Mina Hagedoorn belt de gemeente over de sleutel van het dorps-\nhuis.\n• Kees Smit schrijft.", y=680),
    ]))  # fmt: skip
    assert told(page) == [
        ("title", "Verslag van de bewonersavond"), ("label", "12 maart 2026"), ("label", "Dorpshuis De Linde"),
        ("heading", "Afspraken"),
        ("item", "Mina Hagedoorn belt de gemeente over de sleutel van het dorpshuis."),
        ("item", "Kees Smit schrijft."),
    ]  # fmt: skip


def test_a_sheet_that_lies_on_its_side_is_read_upright_and_a_mark_across_it_is_not_read() -> None:
    upright = b"BT /F1 10 Tf 0 1 -1 0 300 60 Tm (Een regel op een gedraaid vel papier) Tj ET"
    across = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 300 300 Tm (CONCEPT) Tj ET"
    assert [text for _, text in told(read(raw_pdf([upright + across], turned=90)))] == [
        "Een regel op een gedraaid vel papier"
    ]


def test_the_title_is_what_the_file_calls_it_when_that_stands_on_the_first_sheet() -> None:
    sheet = [*lines("Nieuwsbrief 12", y=780, size=20), *lines("Samen de wijk in", y=740, size=14), *lines(_LEFT)]
    assert read(pdf_of(sheet, title="Samen de wijk in")).title == "Samen de wijk in"
    assert read(pdf_of(sheet, title="nieuwsbrief_v3.docx")).title == "Nieuwsbrief 12"


def test_a_link_holds_the_words_that_it_lies_over() -> None:
    page = read(pdf_of([Text(60, 700, "Lees het verhaal van Zorggroep Veldzicht in Oegstgeest.")],
                       links=[("https://veldzicht.example/", (150, 695, 248, 712))]))  # fmt: skip
    assert [(link.text, link.target) for block in page.blocks for link in block.links] == [
        ("Zorggroep Veldzicht", "https://veldzicht.example/")
    ]


def _locked() -> bytes:
    writer, made = (
        PdfWriter(
            PdfReader(BytesIO(pdf_of(lines("Geheim stuk over de buurt")))),
        ),
        BytesIO(),
    )
    writer.encrypt("wachtwoord", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def _forms_in_forms() -> bytes:
    """A form that draws a form thirty times, seven deep: more operators than anybody can wait for."""
    drawn = b"/X Do " * 30
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\n"
        b"stream\n%s\nendstream" % (7 + n, len(drawn), drawn)
        for n in range(7)
    ]
    return raw_pdf([b"/X Do"], more=forms, resources=b"<< /XObject << /X 6 0 R >> >>")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7 iets", "Dit PDF-bestand is beschadigd."),
        (b"%PDF-1.4\n" + b"[" * 1_000_000, "Dit PDF-bestand is beschadigd."),
        (_locked(), "Dit PDF-bestand is met een wachtwoord versleuteld."),
        (pdf_of([]),
         "In dit PDF-bestand staat geen tekst, alleen beeld (een scan): laat er eerst tekstherkenning op los."),
        (pdf_of(*[lines("Regel")] * 151),
         "Dit PDF-bestand heeft 151 bladzijden en Samenspel leest er hoogstens 150: deel het op."),
        (raw_pdf([b" " * 50_000_000]), "Dit PDF-bestand is beschadigd."),
        (raw_pdf([b"1 1 m 2 2 l S " * 400_000]), "Dit PDF-bestand is beschadigd."),
        (_forms_in_forms(), "Dit PDF-bestand is te lang om in een keer te lezen: deel het op."),
        (b"%PDF-1.4\n" + b"0" * 20_000_000, "Dit bestand is te groot om te lezen (20 MB)."),
    ],
    ids=["kapot", "diep", "op slot", "leeg", "lang", "bom", "tekening", "vormen", "groot"],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as problem:
        read_page(raw, "x.pdf")
    assert str(problem.value) == sentence
    assert problem.value.source == "x.pdf"


def test_a_file_that_is_only_locked_against_changes_is_read() -> None:
    writer, made = PdfWriter(PdfReader(BytesIO(pdf_of(lines("Een open stuk over de buurt"))))), BytesIO()
    writer.encrypt("", owner_password="eigenaar", algorithm="RC4-128")
    writer.write(made)
    assert "Een open stuk over de buurt" in read(made.getvalue()).text


def test_without_pypdf_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(NotUnderstood, match=r"pip install 'samenspel\[pdf\]'"):
        read_page(REPORT.read_bytes(), "x.pdf")


_WORDS = st.sampled_from(
    ["Ommen", "bewoners van het dorp", "cliënten-", "raad", "14 mei 2024", "10.30 uur", "Datum:", "• punt", "1. een",
     "Zorggroep Veldzicht", "Voor wie?", "jan@a.example", "06-12345678", "(haakje", "\\", "-", "  ", "\x7f", "ﬁets",
     "Pagina 3", "....... 7", "a\xadb"]
) | st.text(st.characters(codec="cp1252"), max_size=6)  # fmt: skip
_TEXTS = st.builds(
    Text, st.integers(0, 600), st.integers(0, 850), _WORDS, st.sampled_from([6, 9, 10, 10, 10, 16]), st.booleans()
)
_SHEETS = st.lists(st.lists(_TEXTS, max_size=14), min_size=1, max_size=3)


@settings(max_examples=150)
@given(_SHEETS)
def test_every_span_of_a_pdf_holds(sheets: list[list[Text]]) -> None:
    raw = pdf_of(
        [Text(60, 600, "Er staat iets op dit vel")], *sheets, links=[("https://a.example/", (50, 0, 300, 700))]
    )
    page = read(raw)
    assert page == read(raw)


def test_operators_that_make_no_sense_draw_nothing() -> None:
    odd = b"BT /F1 Tf 1 0 Tm (x) (y) Tj [] TJ 1 Td ' (a) \" Q Q Q q /Nee Do /F9 10 Tf (weg) Tj ET "
    assert [
        text for _, text in told(read(raw_pdf([odd + Text(60, 700, "Dit staat er").drawn()], resources=RESOURCES)))
    ] == ["Dit staat er"]
