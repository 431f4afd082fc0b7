"""PDF and Word files as small as can be, for tests: what is in them is said by the test itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica%s /Encoding /WinAnsiEncoding >>"
RESOURCES = b"<< /Font << /F1 %s /F2 %s >> >>" % (HELVETICA % b"", HELVETICA % b"-Bold")


@dataclass(frozen=True)
class Text:
    """Words on a sheet of 595 by 842 points: where they begin, how large, and whether bold."""

    x: float
    y: float
    words: str
    size: float = 10
    bold: bool = False

    def drawn(self) -> bytes:
        words = self.words.encode("cp1252", "replace")
        escaped = words.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F2" if self.bold else b"F1"
        return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font, self.size, self.x, self.y, escaped)


def lines(
    words: str, x: float = 60, y: float = 700, size: float = 10, step: float = 1.3, bold: bool = False
) -> list[Text]:
    """The lines of some words below each other."""
    return [Text(x, y - n * step * size, line, size, bold) for n, line in enumerate(words.split("\n"))]


def pdf_of(
    *sheets: Sequence[Text], title: str = "", links: Sequence[tuple[str, tuple[int, int, int, int]]] = ()
) -> bytes:
    """A PDF with these sheets; the links lie over the first one, each at a rectangle."""
    annotations = b"".join(
        b"<< /Type /Annot /Subtype /Link /Rect [%d %d %d %d] /A << /S /URI /URI (%s) >> >>" % (*box, target.encode())
        for target, box in links
    )
    drawn = [b"".join(text.drawn() for text in sheet) for sheet in sheets]
    return raw_pdf(drawn, title=title.encode("utf-16"), annotations=annotations)


def raw_pdf(
    contents: Sequence[bytes], *, title: bytes = b"", annotations: bytes = b"", resources: bytes = RESOURCES,
    more: Sequence[bytes] = (), turned: int = 0,
) -> bytes:  # fmt: skip
    """A PDF whose sheets have these content streams, with objects added behind those of the sheets."""
    sheets = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (sheets, len(contents)),
        b"<< /Title <%s> >>" % title.hex().encode(),
    ]
    for n, content in enumerate(contents):
        packed = zlib.compress(content)
        over = b"/Annots [%s] " % annotations if n == 0 else b""
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d %s/Resources %s /Contents %d 0 R >>"
            % (turned, over, resources, 5 + 2 * n),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    return _numbered([*objects, *more])


def _numbered(objects: Sequence[bytes]) -> bytes:
    made = io.BytesIO(b"%PDF-1.4\n")
    made.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(b"trailer << /Size %d /Root 1 0 R /Info 3 0 R >>\n" % (len(objects) + 1))
    made.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return made.getvalue()


def docx_of(
    write: Callable[[Document], object], change: Callable[[str, bytes], bytes | None] = lambda _, c: c
) -> bytes:
    """A Word document; ``change`` may alter a part of the package by its name, or leave it out (None)."""
    document = docx.Document()
    write(document)
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed:
        for part in package.infolist():
            content = change(part.filename, package.read(part))
            if content is not None:
                changed.writestr(part.filename, content)
    return made.getvalue()


def in_body(xml: bytes) -> Callable[[str, bytes], bytes]:
    """A change that puts XML at the beginning of the document."""
    return lambda name, part: part.replace(b"<w:body>", b"<w:body>" + xml) if name == "word/document.xml" else part


def add_link(paragraph: Paragraph, words: str, target: str) -> None:
    """A link at the end of a paragraph."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    run.append(text)
    element.append(run)
    paragraph._p.append(element)
