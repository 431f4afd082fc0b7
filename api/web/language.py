"""The languages of the pages: what they say is data in ``messages``; what sources say stays Dutch."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape
from starlette.requests import Request

from api.web.text import clean
from graph_model.dates import OPEN, in_words, is_date, parse
from graph_model.schema import FIELD_KINDS, LINK_KINDS, NODE_KINDS
from queries.field_words import value_words
from queries.results import Link

LANGUAGES = ("nl", "en")
COOKIE = "taal"


@dataclass(frozen=True, slots=True)
class Words:
    """What pages say in one language. Called with a key it gives markup; facts are escaped when they go in."""

    language: str
    texts: Mapping[str, str]
    tables: Mapping[str, Mapping[str, Any]]

    def __call__(self, key: str, **facts: object) -> Markup:
        text = escape(self.texts[key])
        return text.format(**{name: clean(fact) for name, fact in facts.items()}) if facts else text

    def many(self, key: str, n: int, **facts: object) -> Markup:
        """The text for one or for many, with the number in it."""
        return self(f"{key}_one" if n == 1 else f"{key}_many", n=self.number(n), **facts)

    def number(self, n: float, decimals: int = 0) -> str:
        """A number as it is written in this language."""
        text = f"{n:,.{decimals}f}"
        return text if self.language == "en" else text.translate(str.maketrans(",.", ".,"))

    def kind(self, kind: str, n: int = 1) -> str:
        """The word for a kind of thing, for one or for many."""
        node = NODE_KINDS[kind]
        one, many = self.tables["kind"].get(kind, (node.dutch, node.dutch_plural))
        return str(one if n == 1 else many)

    def field(self, field: str) -> str:
        """The word for a field."""
        return str(self.tables["field"].get(field, FIELD_KINDS[field].dutch))

    def value(self, field: str, value: str) -> str:
        """The value of a field in words."""
        return self.day(value) if FIELD_KINDS[field].date else value_words(field, value)

    def link_kind(self, kind: str, direction: str = "out") -> str:
        """The words for a kind of link, as one of its ends sees it."""
        link = LINK_KINDS[kind]
        out, back = self.tables["link"].get(kind, (link.forwards, link.backwards))
        return str(out if direction == "out" else back)

    def link(self, link: Link) -> Markup:
        """The words for a link; a role stays as its source has it."""
        if not self.tables["link"]:
            return escape(link.words)
        words = escape(self.link_kind(link.kind, link.direction))
        return words + Markup(' (<span lang="nl">{}</span>)').format(link.role) if link.role else words

    def day(self, edtf: str | None) -> str:
        """A date in words; as it is when it is none."""
        if not edtf or not is_date(edtf):
            return edtf or ""
        return self._english(edtf) if self.language == "en" and edtf != OPEN else in_words(edtf)

    def moment(self, iso: str | None) -> str:
        """The day of a moment in UTC."""
        return self.day(datetime.fromisoformat(iso).date().isoformat()) if iso else ""

    def _english(self, edtf: str) -> str:
        date, months = parse(edtf), self.tables["months"]
        words = [str(date.year)]
        if date.season is not None:
            words.insert(0, months["seasons"][date.season - 21])
        if date.month is not None:
            words.insert(0, months["names"][date.month - 1])
        if date.day is not None:
            words.insert(0, str(date.day))
        return " ".join(words) + (f", {date.hour}:{date.minute:02d}" if date.hour is not None else "")


_TABLES = ("kind", "link", "field", "months")


@cache
def words_in(language: str) -> Words:
    """What pages say in this language, one of :data:`LANGUAGES`."""
    file = files("api.web") / "messages" / f"{language}.toml"
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    texts = {f"{part}.{key}": text for part in told.keys() - _TABLES for key, text in told[part].items()}
    return Words(language, texts, {name: told.get(name, {}) for name in _TABLES})


def language_of(request: Request, otherwise: str) -> str:
    """The language that a visitor chose; Dutch, or what the settings say, for who did not."""
    chosen = request.cookies.get(COOKIE, otherwise)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]
