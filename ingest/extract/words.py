"""Closed classes of Dutch words, and what a word may be by its form: the small change of every other module."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.extract.lexicon import lexicon

ARTICLES = frozenset(("de", "het", "een", "’t", "'t", "‘t", "den"))
APOSTROPHES = frozenset(("’t", "'t", "‘t", "`t", "’s", "'s", "‘s", "’n", "'n", "‘n", "’e", "'e", "‘e"))
PARTICLES = frozenset("van de den der des ten ter te het 't ’t ‘t op in la le du von el al di da do dos".split())
# What may stand between two capitalised words of one name.
LINKERS = PARTICLES | frozenset(
    "’e 'e ‘e voor en & dat aan bij met om uit tot over doen we wij zo naar to on of the and vanuit onder je een "
    "- – / + 's ’s tegen zonder rond door uw jouw".split()
)
# What may follow a capitalised word inside a name: the lower-case ends of names of organisations and programmes.
TAILS = frozenset(
    "zorg ggz wijken bewoners zorggroep welzijn veiligheid zorgonderwijs verpleeghuiszorg langdurige ledenvereniging "
    "vitale zorgzame gemeenschappen leefbare inclusief compact ouderenzorg thuiszorg wijk buurt dorp dorpen "
    "zorgcoöperatie gemeenschap gehandicaptenzorg hulp bewonersinitiatieven zeggenschap wonen ouderen mantelzorg "
    "burgerinitiatieven waardevolle vernieuwing samen sterker langer thuis cliëntenraden ambassadeurs elkaar "
    "gezondheid geluk leven samenspel maatschappij samenleving participatie eenzaamheid dementie".split()
)
# Sentence openers that are no part of a name.
OPENERS = frozenset(
    "in op onder ook met sinds van voor bij na tijdens namens volgens dankzij door uit naar als toen daar daarom dan "
    "maar want en of toch nu zo hier wie wat waar welke hoe waarom is was heeft had zijn hun haar hij zij ze wij we "
    "ons onze jij je u uw ik dat dit die deze er om aan te tot tussen over zonder vanaf inmiddels intussen vorige "
    "afgelopen komende elke iedere alle veel meer geen niet nog al ja nee beide vooral vroeger straks kom ga doe meld "
    "bel lees kijk geef vraag wil woon laat".split()
)
# Verbs that tell whether a page looks back or announces.
PAST = frozenset(
    "was waren werd werden kwam kwamen ging gingen vertelde vertelden stond stonden zat zaten kreeg leidde opende "
    "heette".split()
)
PRESENT = frozenset("is zijn wordt worden komt komen gaat gaan organiseert heeft kun kunt staat".split())
MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())
MONTH = "(?:" + "|".join(MONTHS) + r"|(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b)"
WEEKDAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)"
# It begins with a digit, and looks back over it, so that a search passes over all else: of ``juni 2024`` it finds the
# year.
DATED = re.compile(
    r"\d(?<!\w\d)(?:\d?\.?\s+" + MONTH + r"(?:\s+\d{4})?|\d{3}-\d\d-\d\d|\d?/\d{1,2}|(?:(?<=1)9|(?<=2)0)\d\d)\b",
    re.IGNORECASE,
)
DAY_DATED = re.compile(r"\b\d{1,2}\.? " + MONTH + r"\b|\b\d{4}-\d\d-\d\d\b", re.IGNORECASE)
STARTS_DATED = re.compile(r"^\W*(?:" + WEEKDAY + r"\w*\W+)?\d{1,2}\.? " + MONTH, re.IGNORECASE)
CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_POSTED = ("geplaatst", "gepubliceerd", "bijgewerkt", "laatst gewijzigd", "leestijd")
COUNTRIES = frozenset(
    "nederland denemarken duitsland belgie engeland frankrijk amerika zweden noorwegen finland spanje italie europa "
    "japan "
    "canada australie china ierland schotland oostenrijk zwitserland polen turkije marokko suriname indonesie india "
    "afrika".split()
)
# What words may head.
LABELS = frozenset("role care init part council move place event series noevent doc theme".split())
_WEEKDAY_START = re.compile(r"(?:maan|dins|woens|donder|vrij|zater|zon|werk|feest|ver?jaar|vaca)dag")
_NO_HEAD = frozenset("vandaag alledag gedrag bedrag overdag verdrag voortdag gesprekspartner gesprekspartners".split())
_SINGULARS = (("sen", "s"), ("en", ""), ("s", ""), ("en", "e"))
_MIN_TAIL, _LONG_TAIL = 3, 4


def is_dated(text: str) -> bool:
    """Whether a date stands in a text."""
    return DATED.search(text) is not None


def is_posted(low: str) -> bool:
    """Whether a text in lower case tells when the page was made or changed."""
    return any(map(low.__contains__, _POSTED))


@lru_cache(maxsize=65_536)
def classes_of(low: str) -> tuple[str, ...]:
    """What a lower-case word may head: some of ``LABELS``, perhaps (``care?``) or narrower (``role:board``)."""
    lex = lexicon()
    found = lex.classes.get(low)
    if found is not None:
        return found
    if len(low) < 6 or not low[0].isalpha() or _WEEKDAY_START.match(low) or low in _NO_HEAD:
        return ()
    return _compound(low) or next((found for found in map(_compound, _singulars(low)) if found), ())


def _compound(low: str) -> tuple[str, ...]:
    """The classes of a word or of its longest known end."""
    classes = lexicon().classes
    if low in classes:
        return classes[low]
    if low[-_LONG_TAIL:] not in _tails() and low[-_MIN_TAIL:].lstrip("-") not in classes:
        return ()
    for cut in range(_MIN_TAIL, len(low) - 2):
        found = classes.get(low[cut:].lstrip("-"))
        if found:
            return found
    return ()


@cache
def _tails() -> frozenset[str]:
    """How the words end that may head something: most other words end otherwise, and need not be cut."""
    return frozenset(word[-_LONG_TAIL:] for word in lexicon().classes)


def _singulars(low: str) -> list[str]:
    found = [low[: -len(end)] + other for end, other in _SINGULARS if low.endswith(end)]
    if low.endswith("en") and len(low) > 5 and low[-3] == low[-4]:
        found.append(low[:-3])
    return [word for word in found if len(word) > 4]


@lru_cache(maxsize=65_536)
def suffix_classes(low: str) -> tuple[str, ...]:
    """What the end of a one-word name hints at (``-oord`` a care home, ``-veen`` a place)."""
    suffixes = lexicon().suffixes
    for cut in range(2, len(low) - 1):
        if low[cut:] in suffixes:
            return suffixes[low[cut:]]
    return ()


@lru_cache(maxsize=65_536)
def is_ordinary(low: str) -> bool:
    """Whether a lower-case word is a plain Dutch word, or a compound of two."""
    words = lexicon().words
    if low in words:
        return True
    if len(low) < 8 or not low.isalpha():
        return False
    for cut in range(4, len(low) - 3):
        if low[:cut] in words:
            rest = low[cut:]
            if rest in words or (rest[0] == "s" and len(rest) > 4 and rest[1:] in words):
                return True
    return False


@lru_cache(maxsize=65_536)
def is_capital(word: str) -> bool:
    """Whether a token may belong to a name by its capitals (``Zeist``, ``BuurtLAB7``, ``d’Uitkijk``)."""
    if word.islower():
        return False
    head = word[0]
    if head.isupper():
        return True
    if head.isdigit():
        return "-" in word and any(c.isupper() for c in word)
    if len(word) < 3:
        return False
    if (head in "’'‘" and word[1].isupper()) or (word[1] in "’'" and word[2].isupper()):
        return True
    return head.isalpha() and any(c.isupper() for c in word[1:])


@lru_cache(maxsize=65_536)
def shape(word: str) -> str:
    """The form of one token: XX capitals, Xx capitalised, xX mixed, 9 number, x lower case."""
    if word.isupper() and len(word) > 1:
        return "XX"
    if word[0].isdigit():
        return "9"
    rest = word[1:]
    if not rest.islower() and any(map(str.isupper, rest)):
        return "xX"
    return "Xx" if word[0].isupper() else "x"
