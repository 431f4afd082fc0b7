"""Phone numbers: personal ones are covered, an organisation's landline in its own contact line stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from queries.masking.emails import private_emails
from queries.masking.numbers import other_numbers

_HINT = re.compile(r"\+[1-9]|\(0\d|0\d")
_S = r"[ \xa0.\-–/]{0,3}"  # what may part the digits
_NUMBER = re.compile(
    r"(?<![\w.,€+/-])(?<![A-Z]{4} )(?:"
    # abroad and from abroad: +31 (0)6 1234 5678
    rf"(?P<intl>(?:\+|00)[1-9]\d{{0,2}}{_S}(?:\(0\){_S})?(?:\d{_S}){{7,11}}\d)"
    # mobile in the Netherlands: 06 and eight digits
    rf"|(?P<mobile>\(?06\)?{_S}(?:[1-8]{_S}\d)(?:{_S}\d){{6}})"
    # service numbers
    rf"|(?P<service>0(?:800|900|906|909|85|88|84|87){_S}(?:\d{_S}){{3,7}}\d)"
    # landlines in the Netherlands: three and seven digits, or four and six
    rf"|(?P<land>\(?0[1-57]\d\)?{_S}[1-9](?:{_S}\d){{6}}|\(?0[1-57]\d\d\)?{_S}[1-9](?:{_S}\d){{5}})"
    # Belgium: 0470 12 34 56, 09 123 45 67, 056 12 34 56
    r"|(?P<belgian>04[5-9]\d[ /.]?\d\d[ .]?\d\d[ .]?\d\d"
    r"|0[2349][ /.]{1,3}\d{3}[ .]\d\d[ .]\d\d|0[15-8]\d[ /.]{1,3}\d\d[ .]\d\d[ .]\d\d)"
    r")(?![\d€%]|[.,]\d|-\d)"
)
_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ \xa0-]?\d){5,9}(?![\d€%:.,]|[ -]\d|\s*(?:euro|uur|mensen|leden|inwoners))")
# Without so many digits there are none of them, and to see that takes a tenth of the time.
_SIX = re.compile(r"\d(?:[ \xa0-]?\d){5}")
_CUE = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|mobiel|gsm|mob|whatsapp|bel(?:len)?(?: naar)?|t)\b[.:]{0,2}[ \xa0]{1,2}$",
    re.I,
)
_DATE_FIRST = re.compile(r"0?\d[-./ ][01]?\d[-./ ](?:19|20)\d\d(?!\d)")
_NUMBER_NAME = re.compile(
    r"(?:kvk|k\.v\.k\.|rsin|btw|iban|isbn|issn|bsn|dossier\w*|nummer|nr)\b\.?[\s:-]{0,4}(?:nummer|nr)?\.?[\s:-]{0,3}$",
    re.I,
)
_CONTACT = re.compile(
    r"\b(?:tel|telefoon\w*|bel|belt|bellen|bereikbaar|contact|contactgegevens|receptie|secretariaat|vraagbaak|bureau|"
    r"kantoor|loket|inlichtingen|informatie|aanmelden|aanmelding|opgeven|opgave|reserveren|t)\b|📞|☎|\uf095|\w@\w",
    re.I,
)
_PERSON = re.compile(
    r"\b(?:de heer|mevrouw|mevr|mw|dhr|meneer)\b"
    r"|\b[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?: (?:van|de|den|der|ten|ter|te|'t|el|la|von))* [A-ZÀ-Þ][a-zà-ÿ]{2,}"
    r"|\b(?:[A-Z]\.){1,4} ?(?:(?:van|de|den|der|ten|ter) )*[A-ZÀ-Þ][a-zà-ÿ]"
    r"|\b(?:bij|met|naar|aan|van|via) [A-Z][a-z]{2,}\b"
)
_MOBILE_ABROAD = re.compile(rf"(?:\+|00)(?:31{_S}(?:\(0\))?{_S}6|32{_S}(?:\(0\))?{_S}4[5-9]\d)")
_HOME = re.compile(r"(?:\+|00)3[12]")
WINDOW = 160


def private_phones(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the phone numbers that may not be stored."""
    at = 0
    looked_at = []
    for hint in _HINT.finditer(text):
        if hint.start() < at:
            continue
        found = _NUMBER.match(text, hint.start())
        if found is not None:
            at = found.end()
            looked_at.append(found.span())
            if _is_number(text, found) and not _may_stay(text, found):
                yield found.span()
    yield from other_numbers(text, looked_at)
    for digits in _DIGITS.finditer(text) if _SIX.search(text) else ():
        if _CUE.search(text, max(0, digits.start() - 30), digits.start()) and not _NUMBER.match(text, digits.start()):
            yield digits.span()


def any_phones(text: str) -> Iterator[tuple[int, int]]:
    """The spans of every phone number but the service numbers, and of any long run of digits."""
    for found in re.finditer(r"\+?\d(?:[ ().\-–]{0,3}\d){6,14}", text):
        if not re.match(r"0(?:800|900|85|88)", found[0]):
            yield found.span()


def _is_number(text: str, found: re.Match[str]) -> bool:
    if _DATE_FIRST.match(text, found.start()):
        return False
    before = text[max(0, found.start() - 24) : found.start()]
    named = _NUMBER_NAME.search(before)
    if named is None or re.search(r"tel\w*\W*(?:nummer|nr)?\W*$", before, re.I):
        return True
    # "nr. 06 …" alone does not say which number: what can be somebody's mobile counts as that.
    return bool(found["mobile"]) and named[0][:2].lower() in ("nr", "nu")


def _may_stay(text: str, found: re.Match[str]) -> bool:
    """Whether a number is a service number, or a landline in an organisation's contact line that names no person."""
    if found["service"]:
        return True
    if found["mobile"] or (found["belgian"] and found["belgian"].startswith("04") and found["belgian"][2] in "56789"):
        return False
    if found["intl"] and (_MOBILE_ABROAD.match(found["intl"]) or not _HOME.match(found["intl"])):
        return False
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - WINDOW)
    stop = text.find("\n", found.end())
    stop = min(stop if stop >= 0 else len(text), found.end() + WINDOW)
    line = text[start:stop]
    if not _CONTACT.search(line) or any(True for _ in private_emails(line)):
        return False
    return _PERSON.search(text[start : found.start()]) is None
