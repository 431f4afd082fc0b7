"""Folding: what makes two spellings of a name the same name.

``fold`` takes away what Dutch pages vary at will: case, diacritics, leading articles, the ij ligature, hyphens and
spaces, curly and straight apostrophes, ordinals (8e, 8ste, achtste) and legal forms. Folding twice is folding once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from graph_model.dates import MONTH_NAMES

_ARTICLES = frozenset(("de", "het", "t", "een", "n"))
_LEGAL_FIRST = frozenset(("stichting", "vereniging", "cooperatie", "cooperatieve"))
_LEGAL_LAST = frozenset(("bv", "nv", "ua", "vof", "vzw", "cv"))
_TITLES = frozenset(
    ("dhr", "heer", "mevr", "mw", "mevrouw", "meneer", "dr", "drs", "ir", "ing", "mr", "prof", "ds", "professor")
)
_ORDINALS = {
    word: f"{number}e"
    for number, word in enumerate(
        ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
         "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
         "negentiende", "twintigste"), start=1)
}  # fmt: skip
# What a page is of a gathering, its programme, a report, an invitation, or what it says of it: that it is off. A title
# begins with it; the gathering does not.
_OF_A_GATHERING = re.compile(
    r"(?:let op[:,!]? )?(?:afgelast|geannuleerd|verplaatst|uitgesteld|verschoven|(?:nieuwe|gewijzigde) datum)"
    r"\s*[:!–-]\s+"
    r"|(?:programma|(?:sfeer|foto)?verslag|terugblik|notulen|impressie|samenvatting|uitnodiging|aankondiging|"
    r"save the date)"
    r"(?:\s*:|\s+(?:van|over|op|voor|bij))?\s+(?:(?:de|het|een|ons|onze)\s+)?",
    re.IGNORECASE,
)
_ITS_DAY = re.compile(rf",? (?:van|op) (?:\w+dag )?\d{{1,2}} (?:{'|'.join(MONTH_NAMES)})(?: \d{{4}})?$", re.IGNORECASE)
_WHEN = frozenset((*MONTH_NAMES, "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"))
_DIGIT_ORDINAL = re.compile(r"(\d+)(?:e|ste|de)")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORDS = re.compile(r"[^\W_]+")
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ĳ": "ij", "ı": "i"})


def _plain(name: str) -> str:
    if name.isascii():  # as most are: there is nothing but case to take away
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    without_marks = "".join(filterfalse(unicodedata.combining, decomposed))
    # Some letters only fold once their marks are gone, so once more: folding twice is folding once.
    return unicodedata.normalize("NFKC", without_marks.casefold().translate(_SPECIAL))


def tokens(name: str) -> list[str]:
    """The folded words of a name in their order, without articles or legal forms taken away."""
    plain = _plain(name)
    if "." in plain:
        plain = _DOTTED.sub(lambda m: m[0].replace(".", "") + " ", plain)
    return list(map(_ordinal, _WORDS.findall(plain)))


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    match = _DIGIT_ORDINAL.fullmatch(word) if word[0].isdigit() else None
    return f"{match[1]}e" if match else word


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The folded name, words parted by one space; empty when nothing is left (punctuation only)."""
    words = tokens(name)
    while len(words) > 1 and (words[0] in _ARTICLES or words[0] in _LEGAL_FIRST):
        del words[0]
    while len(words) > 1 and words[-1] in _LEGAL_LAST:
        del words[-1]
    return " ".join(words)


@lru_cache(maxsize=16_384)
def fold_person(name: str) -> str:
    """The folded name of a person: forms of address go, family particles stay."""
    words = tokens(name)
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=16_384)
def own_name(title: str) -> str:
    """What a gathering is called in the title of a page on it: ``congres X`` in ``Verslag van het congres X``.

    The title itself where it says nothing of what the page is, or where only a day would be left. The day behind a name
    that is more than a noun is no part of it.
    """
    begin = _OF_A_GATHERING.match(title)
    left = title[begin.end() :] if begin else ""
    named = _ITS_DAY.sub("", left)
    left = left if named.islower() else named
    telling = (word for word in tokens(left) if len(word) > 3 and word.isalpha() and word not in _WHEN)
    return left if any(telling) else title


def search_text(names: tuple[str, ...]) -> str:
    """What the full-text index holds of a thing: the folded words of all its names, each once, in order."""
    return " ".join(dict.fromkeys(word for name in names for word in tokens(name)))
