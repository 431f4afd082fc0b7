"""The end of a line and the beginning of the next: as one word, or as two."""

from __future__ import annotations

import re
from collections.abc import Container

from ingest.page.html_lines import Line

_HYPHENS = "-\u2010\u00ad"
_LAST_WORD = re.compile(r"[\w’'\u2010\u00ad-]+$")
_FIRST_WORD = re.compile(r"[\w’'-]+")
# "zorg- en welzijn": the hyphen stands for the word that follows.
_SHARED = frozenset(("en", "of", "tot", "t/m", "noch", "als", "dan", "maar", "respectievelijk"))
# Words that keep their hyphen.
_KEPT = frozenset("anti bijna co e ex hbo ict mbo niet non ondanks oud pro pseudo semi top tv wmo zzp".split())


def joined_lines(first: Line, second: Line, words: Container[str]) -> Line:
    """Two lines of one paragraph as one. ``words`` are those of the document, lower case: they tell what is a word."""
    if first.text.endswith("@") or second.text.startswith("@"):
        return _put(first, second, "")  # an e-mail address; in two it would not be known as one, and not be masked
    if first.text[-1:] not in _HYPHENS or len(first.text) < 2 or first.text[-2:-1].isspace():
        return _put(first, second, " ")
    before, after = _LAST_WORD.search(first.text), _FIRST_WORD.match(second.text)
    if before is None or after is None or after[0].lower() in _SHARED:
        return _put(first, second, " ")
    stem = before[0].rstrip(_HYPHENS)
    if _keeps_hyphen(stem, after[0], words):
        return _put(first, second, "")
    return _put(first.part(0, len(first.text) - 1), second, "")


def _keeps_hyphen(stem: str, rest: str, words: Container[str]) -> bool:
    if f"{stem}{rest}".lower() in words:
        return False
    lower = stem.lower()
    return not rest[0].islower() or lower in _KEPT or f"{stem}-{rest}".lower() in words or not stem[-1:].isalpha()


def _put(first: Line, second: Line, between: str) -> Line:
    shift = len(first.text) + len(between)
    links = [*first.links, *((a + shift, b + shift, target) for a, b, target in second.links)]
    bold = [*first.bold, *((a + shift, b + shift) for a, b in second.bold)]
    return Line(f"{first.text}{between}{second.text}", links, bold)
