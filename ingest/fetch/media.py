"""What a site says a page is made of."""

from __future__ import annotations

import codecs
import re

from graph_model.errors import NotUnderstood

# A media type that begins like this holds something to read; without one, or with the type of "just bytes", the
# reader of pages looks for itself.
_READABLE = (
    "text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/pdf", "application/x-pdf", "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml", "application/octet-stream",
    "binary/octet-stream", "application/gzip", "application/x-gzip",
)  # fmt: skip
_NOT_READABLE = ("text/css", "text/javascript", "text/vtt", "text/event-stream")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.I)
# The encodings of pages that the reader of pages can't tell by itself, by Python's names for them.
_TOLD_BY_HEADER = re.compile(r"iso8859-(?!1$)\d+|cp(?!1252$)\d+|utf-(?:16|32).*|mac-\w+|koi8-\w")


def media_of(content_type: str) -> tuple[str, str]:
    """The media type in lower case and the name of the encoding; each empty when not given."""
    media = content_type.partition(";")[0].partition(",")[0].strip().lower()
    charset = _CHARSET.search(content_type)
    return media, charset[1] if charset else ""


def refuse_what_is_no_page(media: str, address: str) -> None:
    """
    :raises NotUnderstood: for a media type that holds nothing to read.
    """
    if media and (not media.startswith(_READABLE) or media.startswith(_NOT_READABLE)):
        raise NotUnderstood(f"Dit is geen pagina om te lezen ({media[:60]}).", address)


def is_html(media: str, raw: bytes) -> bool:
    """Whether a page is HTML, by its media type or else by how it begins."""
    if media:
        return media in ("text/html", "application/xhtml+xml")
    return raw.lstrip()[:1] == b"<"


def as_utf8(raw: bytes, media: str, charset: str) -> bytes:
    """Text in UTF-8 where only the site's header tells its encoding; all else as it is."""
    if not media.startswith("text/") or not charset:
        return raw
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return raw
    if not _TOLD_BY_HEADER.fullmatch(name) or (not name.startswith("utf-") and _is_utf8(raw)):
        return raw
    return raw.decode(name, "replace").encode("utf-8", "replace")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
