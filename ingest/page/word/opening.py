"""A DOCX opened within bounds: only its XML is unpacked, so much of it at most, and never what it defines itself."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph_model.errors import NotUnderstood

if TYPE_CHECKING:
    from docx.document import Document

MOST_XML = 10_000_000  # unpacked; takes about a second and 300 MB
_MOST_PARTS = 3000
_CHUNK = 65_536
# What zipfile, lxml (a SyntaxError of its own) and python-docx raise on files that only look like documents.
BROKEN = (
    BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError,
    RecursionError, NotImplementedError, AssertionError, RuntimeError,
)  # fmt: skip


def opened(raw: bytes, address: str) -> Document:
    """The document in these bytes.

    :raises NotUnderstood: it is damaged, locked or too big, or python-docx is not there.
    """
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise NotUnderstood(
            "Voor Word-bestanden (DOCX) is python-docx nodig: pip install 'samenspel[office]'.", address
        ) from error
    try:
        return Document(_only_xml(raw, address))
    except (*BROKEN, OpcError) as error:
        raise NotUnderstood("Dit Word-bestand is beschadigd of geen Word-bestand.", address) from error


def _only_xml(raw: bytes, address: str) -> io.BytesIO:
    """The package again with its XML parts as they are and all others (pictures, fonts) empty."""
    made = io.BytesIO()
    left = MOST_XML
    seen: set[str] = set()
    with ZipFile(io.BytesIO(raw)) as package, ZipFile(made, "w", ZIP_STORED) as plain:
        for part in package.infolist()[:_MOST_PARTS]:
            if part.filename in seen:
                continue
            seen.add(part.filename)
            content = b""
            if part.filename.lower().endswith((".xml", ".rels")):
                content = _unpacked(package, part, left, address)
                left -= len(content)
            plain.writestr(part.filename, content)
    made.seek(0)
    return made


def _unpacked(package: ZipFile, part: ZipInfo, most: int, address: str) -> bytes:
    """A part, read piece by piece: what its header says of its size may be a lie."""
    content = bytearray()
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            content += piece
            if len(content) > most:
                raise NotUnderstood("Dit Word-bestand is uitgepakt te groot om te lezen.", address)
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise NotUnderstood("Dit Word-bestand legt zelf tekens vast (een DTD); dat leest Samenspel niet.", address)
    return bytes(content)
