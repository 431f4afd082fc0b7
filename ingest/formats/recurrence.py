"""How frequently a gathering of a calendar comes back, in Dutch words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from graph_model.dates import in_words

_DAYS = {
    "MO": "maandag", "TU": "dinsdag", "WE": "woensdag", "TH": "donderdag", "FR": "vrijdag", "SA": "zaterdag",
    "SU": "zondag",
}  # fmt: skip
_NTH = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
_UNITS = {
    "DAILY": ("dag", "dagen"), "WEEKLY": ("week", "weken"), "MONTHLY": ("maand", "maanden"), "YEARLY": ("jaar", "jaar"),
}  # fmt: skip
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


def in_dutch(rule: Mapping[str, object]) -> str:
    """A recurrence rule as "elke vierde maandag van de maand" or the like; "" when it is too odd to say so."""
    unit = _UNITS.get(str(_first(rule, "FREQ")).upper())
    interval = _first(rule, "INTERVAL") or 1
    days = [found for day in _all(rule, "BYDAY") if (found := _DAY.fullmatch(str(day).upper()))]
    if unit is None or not isinstance(interval, int) or not 0 < interval < 100:
        return ""
    return f"{_every(unit, interval, days)}{_until(_first(rule, 'UNTIL'))}"


def _every(unit: tuple[str, str], interval: int, days: Sequence[re.Match[str]]) -> str:
    names = " en ".join(_DAYS[day[2]] for day in days)
    nth = _NTH.get(int(days[0][1])) if days and days[0][1] else None
    if unit[0] == "maand" and nth and len(days) == 1:
        return f"elke {nth} {names}" + (" van de maand" if interval == 1 else f", om de {interval} maanden")
    if unit[0] == "week" and names:
        return f"elke {names}" if interval == 1 else f"om de {interval} weken op {names}"
    every = "elk" if unit[0] == "jaar" else "elke"
    return f"{every} {unit[0]}" if interval == 1 else f"om de {interval} {unit[1]}"


def _until(end: object) -> str:
    return f" tot en met {in_words(end.isoformat()[:10])}" if isinstance(end, date) else ""


def _first(rule: Mapping[str, object], name: str) -> object:
    return next(iter(_all(rule, name)), None)


def _all(rule: Mapping[str, object], name: str) -> Sequence[object]:
    value = rule.get(name)
    if isinstance(value, list | tuple):
        return value
    return [] if value is None else [value]
