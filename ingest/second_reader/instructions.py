"""Pages that speak to a language model instead of to their readers.

A sentence that tells the reader what to write is no statement about the world, though it stands in the page word for
word, and whoever writes such a sentence can have written the rest for the same purpose. So of such a page nothing is
sent, and no reply to it is read.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

# What makes instructions invisible to people: letters of no width between others, and tags in Unicode's own language.
_HIDDEN = re.compile("[\u200b-\u200f\u2060-\u2064\xad\ufeff]|[\U000e0000-\U000e007f]")

# Where signs stand that go onto a letter: far from the letters themselves, of which a page has thousands.
_NOT_LATIN = re.compile("[^\x00-\u02ff]")


@lru_cache(maxsize=256)
def instructs(text: str) -> bool:
    """Whether a page holds a sentence that is meant for a language model."""
    plain = _plain(text)
    flat = f" {' '.join(plain.split())}"
    return any(pattern.search(plain) for stems, pattern in _phrases() if any(stem in flat for stem in stems))


def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", _HIDDEN.sub("", text)).casefold()
    return _NOT_LATIN.sub(lambda found: "" if unicodedata.combining(found[0]) else found[0], decomposed)


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """For each phrase one of which words must stand in a text that holds it, and the phrase."""
    lines = files("ingest.second_reader").joinpath("instructions.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((tuple(stems.split(",")), re.compile(phrase)) for stems, phrase in rows)
