"""A second look for phone numbers, by the numbering plans of all countries: odd separators, and foreign numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_GAP = r"[\s.\-/_()\u2010-\u2015\u00ad\u200b\u2060]{0,4}"
_MAY_BE = re.compile(rf"(?<![\w.,€%])(?:\+{_GAP}|\({_GAP})?\d(?:{_GAP}\d){{8,14}}(?![\w€%]|[.,]\d|-\d)")
# Without so many digits no number fits, and to see that takes a tenth of the time.
_NINE = re.compile(rf"\d(?:{_GAP}\d){{8}}")
_BEGINS = re.compile(r"\+|00|0|\(\s?0")
_HOME = "NL"
_NOT_A_PHONE = re.compile(
    r"(?:kvk|k\.v\.k\.|rsin|btw|iban|isbn|issn|bsn|dossier\w*|nummer|nr|bank|rekening\w*|[A-Z]{4})\b\.?[\s:-]{0,4}$",
    re.I,
)


def other_numbers(text: str, looked_at: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of further private numbers: mobile ones, and those of other countries than ours.

    :param looked_at: what was judged already, to be covered or to stay.
    """
    if not _NINE.search(text):
        return
    known = list(looked_at)
    for found in _MAY_BE.finditer(text):
        start, end = found.span()
        if not _BEGINS.match(found[0]) or any(a < end and start < b for a, b in known):
            continue
        if _NOT_A_PHONE.search(text, max(0, start - 24), start):
            continue
        if _is_private(found[0]):
            yield start, end


def _is_private(number: str) -> bool:
    import phonenumbers  # a tenth of a second, and most texts hold nothing that it need look at
    from phonenumbers import PhoneNumberType as Sort

    try:
        parsed = phonenumbers.parse(unicodedata.normalize("NFKC", number).replace("_", " "), _HOME)
    except phonenumbers.NumberParseException:
        return False
    if not phonenumbers.is_valid_number(parsed):
        return False
    sort = phonenumbers.number_type(parsed)
    at_home = parsed.country_code in (31, 32)
    return sort in (Sort.MOBILE, Sort.PERSONAL_NUMBER, Sort.PAGER) or (not at_home and sort != Sort.TOLL_FREE)
