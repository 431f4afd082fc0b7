"""The value of a field as a Dutch reader reads it: dates in words, codes as words, a position as degrees."""

from __future__ import annotations

from types import MappingProxyType

from graph_model.dates import in_words, is_date
from graph_model.schema import FIELD_KINDS

_WORDS = MappingProxyType({
    "mode": {"online": "online", "in_person": "op locatie", "hybrid": "op locatie en online", "unknown": "onbekend"},
    "status": {"announced": "aangekondigd", "held": "gehouden", "moved": "verplaatst", "cancelled": "afgelast"},
    "language": {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans"},
})  # fmt: skip
_PRECISION = {"address": "adres", "place": "midden van de plaats", "municipality": "midden van de gemeente"}


def value_words(field: str, value: str) -> str:
    """The value of this field in words; as it is where there is nothing to say better."""
    if field in _WORDS:
        return _WORDS[field].get(value, value)
    if field == "position":
        return _position(value)
    if FIELD_KINDS[field].date and is_date(value):
        return in_words(value)
    return value.replace("\t", " ")


def _position(value: str) -> str:
    lat, _, rest = value.partition(",")
    lon, _, precision = rest.partition(",")
    known = _PRECISION.get(precision)
    return f"{lat}, {lon} ({known})" if known else value
