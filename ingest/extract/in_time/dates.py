"""Dates with their year in a sentence, and whether they begin or end something."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.dates import MONTH_NAMES, SEASON_NAMES, is_date
from ingest.extract.lazily import lazily

_MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
_SEASONS = {name: number for number, name in SEASON_NAMES.items()} | {"lente": 21, "herfst": 23}
_NAMES = "|".join(_MONTHS)
_SEASON = rf"(?:het |de )?(?:{'|'.join(_SEASONS)}) (?:van )?"
DATE = rf"(?:(?:\d{{1,2}} )?(?:{_NAMES}) |{_SEASON}|begin |eind |medio )?(?:19|20)\d\d"
_DATE = lazily(rf"\b{DATE}\b(?!-)")
_SINCE = lazily(rf"\b(?:sinds|vanaf|per|met ingang van|sedert) ({DATE})\b")
_UNTIL = lazily(rf"\b(tot en met|t/m|tot) ({DATE})\b")
_FROM_TO = lazily(rf"\bvan ({DATE}) (tot en met|t/m|tot) ({DATE})\b")


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when, EDTF or empty; the end itself is no longer part of it."""

    since: str = ""
    until: str = ""

    def __bool__(self) -> bool:
        return bool(self.since or self.until)


def edtf(words: str) -> str:
    """The EDTF of a date in words; empty when that day does not exist."""
    parts = words.split()
    year = parts[-1]
    name = next((part for part in parts if part in _MONTHS or part in _SEASONS), "")
    if name in _SEASONS:
        return f"{year}-{_SEASONS[name]}"
    if not name:
        return year
    month = f"{year}-{_MONTHS[name]:02d}"
    day = f"{month}-{int(parts[0]):02d}" if parts[0].isdigit() else month
    return day if is_date(day) else ""


def period_in(sentence: str) -> Period:
    """From when to when a sentence says something holds; nothing where it names several beginnings or ends."""
    whole = _FROM_TO.findall(sentence)
    if len(whole) == 1:
        (start, kind, end) = whole[0]
        return Period(edtf(start), _end(kind, end))
    since, until = _SINCE.findall(sentence), _UNTIL.findall(sentence)
    if len(since) > 1 or len(until) > 1 or whole:
        return Period()
    return Period(edtf(since[0]) if since else "", _end(*until[0]) if until else "")


def _end(kind: str, words: str) -> str:
    """When it is over: "tot en met 2020" is over in 2021."""
    end = edtf(words)
    return str(int(end) + 1) if kind != "tot" and end.isdigit() else end


def only_date(sentence: str) -> str:
    """The one date of a sentence; empty when there is none, or more than one."""
    found = {edtf(match[0]) for match in _DATE.finditer(sentence)}
    return found.pop() if len(found) == 1 else ""
