"""RSS and Atom: the entries of a feed.

``feedparser`` knows the many dialects. It gets characters, never an address that it could open; what a feed defines
itself (entities) is refused before it looks at it, and no HTML is cleaned there, for our own reader takes that.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import struct_time
from typing import Any

from graph_model.errors import NotUnderstood
from ingest.formats.article import plain_line
from ingest.page.html import depth

_DECLARATION = re.compile(r"\s*<\?xml.{0,300}?\?>", re.S)
# So many tags take about a second; no real feed comes near.
_MOST_TAGS = 150_000
_DEEPEST = 200
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError, OverflowError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its link as written, its HTML, and its moments (with zone; None when unknown)."""

    id: str
    link: str
    title: str
    html: str
    author: str
    keywords: tuple[str, ...]
    published: datetime | None
    modified: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its language ("" when it does not say) and its entries in their order."""

    language: str
    entries: tuple[Entry, ...]


def feed_of(source: str, address: str) -> Feed:
    """The entries of a feed; one that was cut off or is not well-formed gives what can be read of it.

    :raises NotUnderstood: it defines entities of its own, is too big, or is no feed after all.
    """
    if "<!ENTITY" in source.upper():
        raise NotUnderstood("Deze feed legt zelf tekens vast (entiteiten); dat leest Samenspel niet.", address)
    if source.count("<") > _MOST_TAGS or depth(source) > _DEEPEST:
        raise NotUnderstood("Deze feed is te groot om te lezen.", address)
    import feedparser

    stream = io.BytesIO(_DECLARATION.sub("", source, count=1).encode("utf-8", "replace"))
    try:
        parsed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
        return Feed(_text(parsed.feed, "language"), tuple(_entries(parsed.entries)))
    except _BROKEN as error:
        raise NotUnderstood("Deze feed is niet te lezen.", address) from error


def _entries(given: list[Mapping[str, Any]]) -> Iterator[Entry]:
    for entry in given:
        bodies = [str(part.get("value") or "") for part in entry.get("content") or ()]
        published = _moment(entry.get("published_parsed"))
        # Asked for what is not there, feedparser gives the other moment, with a warning.
        updated = _moment(entry["updated_parsed"]) if "updated_parsed" in entry else None
        yield Entry(
            _text(entry, "id"), _text(entry, "link"), plain_line(_text(entry, "title")),
            max([*bodies, _text(entry, "summary")], key=len), plain_line(_text(entry, "author")),
            _keywords(entry.get("tags") or ()), published, updated or published,
        )  # fmt: skip


def _text(holder: Mapping[str, Any], name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""


def _keywords(tags: Any) -> tuple[str, ...]:
    words = (plain_line(str(tag.get("label") or tag.get("term") or "")).strip(" ,;") for tag in tags)
    return tuple(dict.fromkeys(word for word in words if word and "," not in word))


def _moment(parts: struct_time | None) -> datetime | None:
    try:
        return datetime(*parts[:6], tzinfo=UTC) if parts else None
    except ValueError:
        return None
