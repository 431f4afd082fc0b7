"""The patterns that read a date from where it begins. All read lower-case text, are anchored and bounded.

Names say what they read; groups: day, days, month, year, short (a year as '24), weekday, and ahead, back, turn, same
for what relates a date to the day of writing.
"""

from __future__ import annotations

from ingest.extract.dates.words import (
    DAY_WORDS,
    DIRECTIONS,
    FULL_WEEKDAY,
    MONTH,
    MONTHS,
    ORDINALS,
    PORTIONS,
    RELATIVE_DAYS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAY,
    WEEKDAY_NAMES,
    either,
)
from ingest.extract.lazily import lazily

SPACE = r"[ \t\xa0]{0,3}(?:\n[ \t\xa0]{0,3})?"  # wrapped lines break inside a date
GAP = r"[ \t\n\xa0]{1,4}"
YEAR = (
    rf"(?:(?:[.,]?{GAP}(?:van{GAP}|in{GAP})?|[-/])(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d)"
    r"|,?[ \xa0]?['’‘`´](?P<short>\d\d)(?!\d))"
)
HINT = (
    rf"(?:,?{GAP}\(?(?:(?P<ahead>a\.s\.?|as\.|aanstaande|eerstkomende)|(?P<back>j\.?l\.|jl\b|l\.?l\.|jongstleden)"
    rf"|(?:van{GAP})?(?P<turn>vorig|verleden|afgelopen|dit|volgend|komend){GAP}jaar"
    rf"|(?:van{GAP})?(?P<same>dat|datzelfde|hetzelfde){GAP}jaar)(?![^\W_])\)?)"
)
TAIL = rf"(?:{YEAR}|{HINT})?"
ITEM = rf"(?:{WEEKDAY}[.,]?{GAP}(?:de{GAP})?)?\d{{1,2}}(?:ste|de|e)?(?!\d)"
THROUGH = rf"{SPACE}(?:-|–|—|t/m|tot{GAP}(?:en{GAP}met)?|/){SPACE}"
AND = rf"(?:{SPACE}(?:,|\+|&){SPACE}(?:en{GAP}|of{GAP})?|{GAP}(?:en|of){GAP})(?:op{GAP})?"
CONNECT = rf"(?:{THROUGH}|{AND})"

# A list is read once, never again with fewer items: the month stands after the last one or nowhere. It is looked ahead
# for, since a possessive repetition of a group matches nothing where it should in Python 3.11.2, which Debian 12 has.
DAYS = lazily(
    rf"(?=(?P<days>{ITEM}(?:{CONNECT}{ITEM}){{0,14}}))(?P=days)(?P<dot>\.?)(?:{GAP}|-)(?P<month>{MONTH}){TAIL}"
)
WORD_DAY = lazily(rf"(?P<day>{either(DAY_WORDS)}){GAP}(?P<month>{either(MONTHS)})(?![^\W_]){TAIL}")
ONE_DAY = lazily(rf"(?:(?P<weekday>{WEEKDAY})[.,]?{GAP}(?:de{GAP})?)?(?P<day>\d{{1,2}})")
ISO = lazily(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:t\d\d:\d\d[\d:.+z]*)?(?![\d-])")
NUMERIC = lazily(
    r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?:(?P=sep)(?P<year>(?:19|20)?\d\d))?(?![\d/%]|[-.,:]\d|-\w)"
)
MONTH_ALONE = lazily(rf"(?P<month>{MONTH}){TAIL}")
SEASON = lazily(
    rf"(?P<season>{either(SEASONS)})(?P<thing>s?-?(?:editie|nummer|uitgave|bijeenkomst|vergadering|ontmoeting|congres|"
    rf"conferentie|beraad|overleg|symposium|school|markt|feest|festival|dag))?(?![^\W_]){TAIL}"
    r"(?:[-/](?:20|['’])?\d\d(?!\d))?"
)
YEAR_ALONE = lazily(rf"(?P<year>(?:19|20)\d\d)(?:{THROUGH}(?P<last>(?:19|20)\d\d))?(?![\d%]|[.,:/-]\d)")
WEEKDAY_TURN = lazily(
    rf"(?P<weekday>{FULL_WEEKDAY})(?![^\W_])(?:{HINT})?(?P<bound>s?[.,:]?{SPACE}(?:\d|de{GAP}\d|-|–|:|\||en\b|of\b|tot\b|t/m))?"
)
WEEKDAY_NEXT = lazily(GAP + either(WEEKDAY_NAMES))
YEAR_TURN = lazily(rf"(?P<turn>{either(DIRECTIONS)}){GAP}(?P<unit>jaar|maand|week)(?![^\W_])")
RELATIVE_DAY = lazily(rf"(?P<day>{either(RELATIVE_DAYS)})(?:avond|middag|ochtend|nacht)?(?![^\W_])")
NTH = rf"(?:{either(ORDINALS)}|laatste|\d{{1,2}}(?:ste|de|e))"
OF_MONTH = rf"{GAP}(?:van{GAP}(?:de|iedere|elke)|v\.?d\.?|in{GAP}de){GAP}maand"
RHYTHM = lazily(
    rf"(?:elke|iedere|elk|ieder|alle)(?:{GAP}{NTH})?(?:{GAP}(?:en{GAP}{NTH}{GAP})?(?:{FULL_WEEKDAY}|(?:werk)?dag|"
    rf"week|maand|jaar|kwartaal|ochtend|middag|avond))(?:{OF_MONTH})?(?![^\W_])"
    rf"|{NTH}(?:{GAP}en{GAP}{NTH})?{GAP}{FULL_WEEKDAY}{OF_MONTH}"
    rf"|(?:twee|drie|vier|half)?(?:wekelijks|maandelijks|jaarlijks)e?(?![^\W_])"
    rf"|om{GAP}de{GAP}(?:week|(?:twee|drie|vier|\d){GAP}(?:weken|maanden))(?![^\W_])"
    rf"|(?:eens|(?:één|een|twee|drie|vier|vijf|zes|\d{{1,2}}){GAP}(?:keer|maal)){GAP}per{GAP}"
    r"(?:week|maand|kwartaal|jaar)(?![^\W_])"
)
_FREQUENCIES = ("wekelijks", "maandelijks", "jaarlijks")
_RHYTHM_STARTS = (
    "elke", "elk", "iedere", "ieder", "alle", "eens", "om de", "laatste", *_FREQUENCIES,
    *(count + frequency for count in ("twee", "drie", "vier", "half") for frequency in _FREQUENCIES),
)  # fmt: skip

# What a date can begin with, and what kind of date that may be; digits are "number".
STARTS = {
    **dict.fromkeys(DIRECTIONS, "turn"),
    **dict.fromkeys(_RHYTHM_STARTS, "rhythm"),
    **dict.fromkeys(DAY_WORDS, "word"),
    **dict.fromkeys(RELATIVE_DAYS, "day"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(WEEKDAY_NAMES, "weekday"),
    **dict.fromkeys((*MONTHS, *SHORT_MONTHS), "month"),
}
START = lazily(rf"\b(?:\d+|{either(STARTS)})")

DAYPART = lazily(r"(?<=[^\W\d_])(?:avond|middag|ochtend|morgen|nacht)(?![^\W_])")
WEEKDAY_BEFORE = lazily(rf"(?<![^\W_])(?P<weekday>{WEEKDAY})[.,]?{GAP}(?:de{GAP}|den{GAP})?$")
PORTION_BEFORE = lazily(rf"(?<![^\W_])(?P<portion>{either(PORTIONS)})[ -]$")
DIRECTION_BEFORE = lazily(rf"(?<![^\W_])(?P<direction>{either(DIRECTIONS)})(?P<week>{GAP}week)?{GAP}$")
LEAD_BEFORE = lazily(r"(?<![\w/])(tot en met|ingang van|t/m|[^\W\d_]+)(?:[ \xa0]+\n?|\n)(?:de |het |\()?$")
THROUGH_ONLY = lazily(rf"{THROUGH}(?:en met )?")
CONNECTED_ONLY = lazily(CONNECT)
