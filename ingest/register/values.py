"""What cells say, made into the values that claims hold; what cannot be is told, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from graph_model.dates import OPEN, is_date
from graph_model.schema import FIELD_KINDS
from ingest.register.description import PositionOf
from ingest.register.problems import WrongCell

_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T](\d{1,2})[:.](\d{2}))?")
_BLANK_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(?::\d{2})?")
_CHOICES = {
    "mode": ("online", "in_person", "hybrid", "unknown"),
    "status": ("announced", "held", "moved", "cancelled"),
}
PRECISIONS = ("address", "place", "municipality")


def field_value(field: str, text: str, column: str) -> str:
    """The value of a field as claims hold it.

    :raises WrongCell: it is no date, no address, or none of the words that this field knows.
    """
    if FIELD_KINDS[field].date:
        return date_value(text, column)
    if field == "url":
        return web_address(text if "://" in text else f"http://{text}", column)
    choices = _CHOICES.get(field, ())
    if choices and text not in choices:
        raise WrongCell(f"{text!r} is geen van: {', '.join(choices)}.", column)
    return text


def date_value(text: str, column: str) -> str:
    """A date as EDTF; written as ISO 8601, as day-month-year, or ``..`` for an end that is not known.

    :raises WrongCell: it is no date.
    """
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year, hour, minute = found.groups()
        text = f"{year}-{int(month):02d}-{int(day):02d}" + (f"T{int(hour):02d}:{minute}" if hour else "")
    elif found := _BLANK_TIME.fullmatch(text):
        text = f"{found[1]}T{found[2]}"
    if text != OPEN and not is_date(text):
        raise WrongCell(f"{text!r} is geen datum zoals 2024, 2024-06, 2024-06-14 of 14-6-2024.", column)
    return text


def web_address(text: str, column: str) -> str:
    """A web address as it is.

    :raises WrongCell: it is none.
    """
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in ("http", "https") and "." in (parts.hostname or "") and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r"[\s<>\"{}|\\^`]", text):
        raise WrongCell(f"{text!r} is geen webadres.", column)
    return text


def sources_that_count(addresses: Iterable[str], skip: tuple[str, ...], column: str) -> tuple[str, ...]:
    """The source addresses of a row, each once, without those that do not count.

    :raises WrongCell: one of them is broken, or there is none at all.
    """
    given = tuple(dict.fromkeys(addresses))
    if not given:
        raise WrongCell("er staat geen bronadres.", column)
    return tuple(web_address(address, column) for address in given if not address.startswith(skip))


def position_value(latitude: str, longitude: str, precision: str, columns: PositionOf) -> str:
    """A position as claims hold it: "52.0907,5.1214,place".

    :raises WrongCell: these are no degrees, or the precision is not known.
    """
    if precision not in PRECISIONS:
        raise WrongCell(f"{precision!r} is geen van: {', '.join(PRECISIONS)}.", columns.precision.column)
    lat = _degrees(latitude, 90, columns.latitude.column)
    lon = _degrees(longitude, 180, columns.longitude.column)
    return f"{lat:.6g},{lon:.6g},{precision}"


def _degrees(text: str, most: int, column: str) -> float:
    """Degrees, with a point or a comma."""
    if not re.fullmatch(r"-?\d{1,3}(?:[.,]\d{1,12})?", text) or abs(float(text.replace(",", "."))) > most:
        raise WrongCell(f"{text!r} is geen getal tussen -{most} en {most}.", column)
    return float(text.replace(",", "."))
