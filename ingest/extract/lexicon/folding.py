"""The folded form of a name as the reader compares it: case, diacritics, punctuation and a leading article go."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_WORDS = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(("de", "het", "een", "t"))


def plain(text: str) -> str:
    """Lower case without diacritics; words parted by one space, no punctuation."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
    return " ".join(_WORDS.findall(text))


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """The name in plain form without its leading article; an article alone stays."""
    text = plain(name)
    head, _, rest = text.partition(" ")
    return rest if rest and head in _ARTICLES else text
