"""Bytes to characters: which encoding, and is it text at all."""

from __future__ import annotations

import codecs
import re

from graph_model.errors import NotUnderstood

MAX_BYTES = 15_000_000  # of any file; most of a PDF or a web page is no text
MAX_CHARACTERS = 5_000_000
MAX_LINES = 100_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "een zip-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"\x1f\x8b", "een gecomprimeerd bestand"),
    (b"\xd0\xcf\x11\xe0", "een oud Office-bestand"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_-]{2,30})""", re.I)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([a-zA-Z0-9_-]{2,30})""")
_BLANKS = " \t\n\xa0\u200b\u200c\u200d\u2060\ufeff"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[\r\x0b\x0c\x85\u2028\u2029]")
_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def decode(raw: bytes, address: str) -> str:
    """The characters of a page: newlines as ``\\n``, no byte order mark, no control characters.

    :raises NotUnderstood: when the bytes are empty, too many, or no text in an encoding that can be told.
    """
    if not raw.strip(b"\x00 \t\r\n\x0c"):
        raise NotUnderstood("Deze pagina is leeg.", address)
    if len(raw) > MAX_BYTES:
        raise NotUnderstood(f"Deze pagina is te groot om te lezen ({len(raw) // 1_000_000} MB).", address)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise NotUnderstood(f"Dit is geen tekst maar {what}.", address)
    text = _characters(raw, address)
    text = _clean(text, address)
    if not text.strip(_BLANKS):
        raise NotUnderstood("Deze pagina is leeg.", address)
    if len(text) > MAX_CHARACTERS:
        raise NotUnderstood(f"Deze pagina is te lang om te lezen ({len(text) // 1_000_000} miljoen tekens).", address)
    return text


def _characters(raw: bytes, address: str) -> str:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding)
            except UnicodeDecodeError:
                return raw[len(bom) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3:  # the file was cut off within its last character
            return raw[: error.start].decode("utf-8")
    return _not_utf8(raw, address)


def _not_utf8(raw: bytes, address: str) -> str:
    if raw.count(0) * 400 > len(raw):
        raise NotUnderstood("Dit is geen tekst maar een binair bestand.", address)
    lenient = raw.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(c > "\x7f" for c in lenient) - broken > 2 * broken:  # UTF-8 with a few broken characters
        return lenient
    try:
        return raw.decode(_declared(raw))
    except (UnicodeDecodeError, LookupError):
        return raw.decode("latin-1")


def _declared(raw: bytes) -> str:
    found = _XML_CHARSET.search(raw[:200]) or _META_CHARSET.search(raw[:4096])
    name = found[1].decode("ascii").lower() if found else "windows-1252"
    western = name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8", "utf-16"}
    return "windows-1252" if western else name


def _clean(text: str, address: str) -> str:
    if text.replace("\n", "").isprintable():  # none of what is looked for below is, nor is a byte order mark
        return text
    controls = len(_CONTROL.findall(text))
    if controls > len(text) // 100 + 4:
        raise NotUnderstood("Dit is geen leesbare tekst: de tekens zijn niet te ontcijferen.", address)
    if _BREAKS.search(text):
        text = _NEWLINES.sub("\n", text)
    if controls:
        text = _CONTROL.sub(" ", text)
    return text.lstrip("\ufeff")
