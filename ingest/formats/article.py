"""An entry of a feed or calendar as the HTML article that it would be on a site; from there on it is a page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape, unescape

_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BREAK = re.compile(r"\n{2,}")

Json = dict[str, "str | Json"]


@dataclass(frozen=True, slots=True)
class Article:
    """What a page is made of. ``body`` is HTML, ``facts`` are labels with their values, ``data`` is JSON-LD.

    ``published`` is an ISO date or moment; what is not known is empty.
    """

    title: str
    body: str
    facts: tuple[tuple[str, str], ...] = ()
    published: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    data: Json | None = None

    def html(self) -> str:
        """The article as an HTML document."""
        title = escape(self.title)
        metas = (("article:published_time", self.published), ("article:author", self.author))
        head = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in metas if value)
        facts = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in self.facts if value)
        keywords = f"<p>Trefwoorden: {escape(', '.join(self.keywords))}</p>" if self.keywords else ""
        heading = f"<h1>{title}</h1>" if title else ""
        return (
            f'<!doctype html><html lang="{escape(self.language)}"><head><title>{title}</title>{head}'
            f"{_script(self.data)}</head><body><main>{heading}{facts and f'<dl>{facts}</dl>'}{self.body}{keywords}"
            "</main></body></html>"
        )


def _script(data: Json | None) -> str:
    if not data:
        return ""
    # A closing tag within a value would end the script.
    written = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{written}</script>'


def plain_line(text: str) -> str:
    """A short text of a feed on one line: no tags, no character references, white space made even."""
    return " ".join(unescape(_TAG.sub(" ", text)).split())


def as_html(text: str) -> str:
    """A longer text as HTML: as it is when it holds tags, else its paragraphs and lines marked as such."""
    if _TAG.search(text):
        return text
    paragraphs = (paragraph.strip() for paragraph in _BREAK.split(text.replace("\r\n", "\n")))
    return "".join(f"<p>{escape(unescape(p)).replace(chr(10), '<br>')}</p>" for p in paragraphs if p)
