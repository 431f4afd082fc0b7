"""What some bytes are, by what stands in them and never by their name."""

from __future__ import annotations

import io
import re
from zipfile import BadZipFile, ZipFile

# Some producers and servers put a few bytes before the mark.
_MARK_WITHIN = 1024
_SPACE_BEFORE = b"\xef\xbb\xbf \t\r\n\x00"
_OFFICE = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_CALENDAR = re.compile(r"\s*BEGIN:VCALENDAR\b", re.I)
# Atomic groups: what lies before the root can be read in one way only.
_ROOT = re.compile(
    r"\s*+(?><\?.{0,1000}?\?>\s*+|<!--.{0,5000}?-->\s*+|<!DOCTYPE[^>\[]{0,300}+(?>\[.{0,5000}?\])?\s*+>\s*+){0,20}+"
    r"<(?:\w{1,20}:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.I | re.S,
)
FEEDS = frozenset(("rss", "feed", "rdf"))
SITEMAPS = frozenset(("urlset", "sitemapindex"))


def binary_form(raw: bytes) -> str:
    """``pdf``, ``docx``, ``xlsx``, ``pptx``, ``odt``, ``locked`` (Office with a password), or "" for anything else."""
    head = raw[:_MARK_WITHIN]
    if head.lstrip(_SPACE_BEFORE).startswith(b"%PDF-") or (b"%PDF-" in head and b"startxref" in raw[-2048:]):
        return "pdf"
    if raw.startswith(b"PK\x03\x04"):
        return _zipped(raw)
    return "locked" if raw.startswith(_OLE) and _LOCKED in raw else ""


def _zipped(raw: bytes) -> str:
    if _OPEN_DOCUMENT in raw[:200]:
        return "odt"
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OverflowError, NotImplementedError, OSError):
        # A damaged archive: the names stand in it as well, before each part.
        return next((form for part, form in _OFFICE if part.encode() in raw), "")
    return next((form for part, form in _OFFICE if part in names), "")


def text_form(source: str) -> str:
    """``calendar``; for XML its root (one of ``FEEDS`` or ``SITEMAPS``, lower case); "" for anything else."""
    if _CALENDAR.match(source):
        return "calendar"
    root = _ROOT.match(source) if source.lstrip()[:1] == "<" else None
    return root[1].lower() if root else ""
