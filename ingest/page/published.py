"""When a page says that it was published."""

from __future__ import annotations

import re

from ingest.page.model import Block, Item

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mrt": 3, "apr": 4, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?"
_DATE = (
    rf"(?P<date>{_DAY}(?P<d>\d{{1,2}}) (?P<m>{'|'.join(MONTHS)})\.?,? (?P<y>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)|(?P<d2>\d{1,2})[-./](?P<m2>[01]?\d)[-./](?P<y2>(?:19|20)\d\d))"
)
POSTED = re.compile(
    rf"(?:geplaatst|gepubliceerd|gepost|publicatiedatum|laatst (?:bijgewerkt|gewijzigd)|bijgewerkt)(?: op)?"
    rf"\s*:?\s*{_DATE}",
    re.I,
)
_DIGIT = re.compile(r"\d")
# Without one of these words nothing tells when it was posted.
_POSTING = ("geplaatst", "gepubliceerd", "gepost", "publicatiedatum", "bijgewerkt", "gewijzigd")
_BYLINE = re.compile(
    rf"(?:nieuws\w*|persbericht|bericht|artikel|blog|reportage|verslag|column)?\W{{0,4}}{_DATE}(?P<rest>.{{0,80}})",
    re.I,
)
_MADE = re.compile(
    r"leestijd|\bdoor\b|redactie|\bnieuws|bericht|reacties|\bom \d|\b\d{1,2}[:.]\d\d\b|delen|persbericht", re.I
)
_FROM_TO = re.compile(r"\d[.:]\d\d ?(?:uur )?(?:-|–|tot|t/m) ?\d")
_ARTICLES = re.compile(r".*(?:Article|Posting|WebPage|Report|Newsletter|CreativeWork)$")
_ISO = re.compile(r"((?:19|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?)(?:[T ]\d\d:\d\d.*)?$")


def edtf(text: str) -> str | None:
    """The day (or month, or year) of an ISO date or moment as EDTF; None for anything else."""
    found = _ISO.match(text.strip())
    return found[1] if found else None


def posting_of(text: str) -> re.Match[str] | None:
    """The phrase that a line begins with when it tells when its page was made; most begin with another letter."""
    return POSTED.match(text) if text[:1] in "gplbGPLB" else None


def posted(text: str) -> tuple[str, int, int] | None:
    """The date of a ``Geplaatst op …`` phrase as EDTF, with where the date stands in ``text``."""
    if _DIGIT.search(text) is None:
        return None
    low = text.lower()
    found = POSTED.search(text) if any(map(low.__contains__, _POSTING)) else None
    return (_edtf(found), *found.span("date")) if found else None


def byline(text: str) -> tuple[str, int, int] | None:
    """The date of a line that tells when something was written (``3 mei 2024, door …``), as :func:`posted`."""
    found = _BYLINE.match(text) if len(text) < 160 else None
    if found is None or not _MADE.search(text) or _FROM_TO.search(text):
        return None
    return (_edtf(found), *found.span("date"))


def dated(text: str) -> tuple[str, int, int] | None:
    """The date of a line that begins with a full date, as :func:`posted`."""
    found = _BYLINE.match(text) if len(text) < 160 else None
    return (_edtf(found), *found.span("date")) if found else None


def published_of(blocks: tuple[Block, ...], items: tuple[Item, ...]) -> tuple[str, tuple[int, int]] | None:
    """When a page was published as EDTF, with the span that tells; what it says to machines goes first."""
    for item in items:
        told = item.first("datePublished")
        if told and (item.source == "open-graph" or _ARTICLES.match(item.type)) and edtf(told.value):
            return edtf(told.value) or "", (told.start, told.end)
    for find, kinds in (
        (posted, ("meta", "paragraph", "heading", "label")),
        (byline, ("meta", "paragraph", "heading")),
    ):
        for block in blocks if find is posted else blocks[:8]:
            found = find(block.text) if block.kind in kinds and len(block.text) < 200 else None
            if found:
                return found[0], block.span(found[1], found[2])
    if any(item.type.endswith("Event") for item in items):
        return None
    for block in blocks[:5]:
        found = dated(block.text) if block.kind == "meta" and not block.label else None
        if found:
            return found[0], block.span(found[1], found[2])
    return None


def _edtf(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    if found["d"]:
        return f"{found['y']}-{MONTHS[found['m'].lower()]:02d}-{int(found['d']):02d}"
    return f"{found['y2']}-{int(found['m2']):02d}-{int(found['d2']):02d}"
