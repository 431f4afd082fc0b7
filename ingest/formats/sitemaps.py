"""Sitemaps: which addresses a site names, and when each was changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from graph_model.errors import NotUnderstood

MOST_ADDRESSES = 50_000  # what the protocol allows in one file


@dataclass(slots=True)
class _Reading:
    """Where the parser is: the open elements by their local name, and the texts of the entry at hand."""

    open: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    found: list[tuple[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.open.append(name.rpartition(":")[2].lower())
        if self.open[-1] in ("url", "sitemap"):
            self.texts = {}

    def characters(self, text: str) -> None:
        # Only what stands directly in an entry: images and videos have addresses of their own.
        if len(self.open) > 1 and self.open[-2] in ("url", "sitemap"):
            self.texts[self.open[-1]] = self.texts.get(self.open[-1], "") + text

    def end(self, name: str) -> None:
        self.open.pop()
        if name.rpartition(":")[2].lower() in ("url", "sitemap") and len(self.found) < MOST_ADDRESSES:
            self.found.append((self.texts.get("loc", "").strip(), self.texts.get("lastmod", "").strip()))


def sitemap_entries(source: str, address: str) -> list[tuple[str, str]]:
    """The addresses of a sitemap or of an index of sitemaps as written, each with its ``lastmod`` ("" when absent).

    What was cut off or is broken gives the entries before that point.

    :raises NotUnderstood: it defines entities of its own.
    """
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters

    def refuse(*_: object) -> None:
        raise NotUnderstood("Deze sitemap legt zelf tekens vast (entiteiten); dat leest Samenspel niet.", address)

    parser.EntityDeclHandler = refuse
    with suppress(expat.ExpatError):
        # Characters, not bytes: what the file says of its encoding was followed already.
        parser.Parse(source, True)
    return [(named, changed) for named, changed in reading.found if named]
