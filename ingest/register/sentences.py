"""What a row says as a Dutch sentence: the quote of its claims, which is not literal and marked so."""

from __future__ import annotations

from collections.abc import Sequence

from graph_model.dates import OPEN, Precision, in_words, precision_of
from graph_model.evidence import End
from graph_model.schema import FIELD_KINDS, NODE_KINDS
from queries.words import listed
from queries.words import sentence as link_words

_OF_FIELD = {
    "alias": "{name} is ook bekend als {value}",
    "address": "Het adres van {name} is {value}",
    "audience": "{name} is bedoeld voor {value}",
    "sector": "{name} werkt in de sector {value}",
    "venue": "{name} is in {value}",
    "url": "De website van {name} is {value}",
}
_MODES = {"online": "online", "in_person": "op locatie", "hybrid": "op locatie en online"}


def existence(thing: End, places: Sequence[str]) -> str:
    """That something is there: "Zorgvrijstaat is een initiatief in Rotterdam."."""
    where = f" in {listed(list(places))}" if places else ""
    return f"{thing.name} is een {NODE_KINDS[thing.kind].dutch}{where}."


def of_field(thing: End, field: str, value: str, note: str = "") -> str:
    """What a row says of a thing: "Zorgvrijstaat is opgericht in 2013."."""
    return f"{_field_words(thing, field, value)}{_in_brackets(note)}."


def _field_words(thing: End, field: str, value: str) -> str:
    if field == "founded":
        return f"{thing.name} is opgericht {_when(value)}"
    if field in ("start", "end"):
        return f"{thing.name} {FIELD_KINDS[field].dutch} {_when(value)}"
    if field == "mode" and value in _MODES:
        return f"{thing.name} is {_MODES[value]}"
    if field == "position":
        lat, lon, _ = value.split(",")
        return f"{thing.name} ligt op {lat} graden noord en {lon} graden oost"
    template = _OF_FIELD.get(field, "{words} van {name}: {value}")
    words = FIELD_KINDS[field].dutch
    return template.format(name=thing.name, value=value, words=words[0].upper() + words[1:])


def _when(edtf: str) -> str:
    """A date behind a verb: "op 14 juni 2024", "in juni 2024", "op een onbekende datum"."""
    if edtf == OPEN:
        return "op een onbekende datum"
    exact = precision_of(edtf) in (Precision.DAY, Precision.MINUTE)
    return f"{'op' if exact else 'in'} {in_words(edtf)}"


def of_link(
    subject: End, kind: str, target: End, role: str = "", *, since: str = "", until: str = "",
    seen: Sequence[str] = (), note: str = "",
) -> str:  # fmt: skip
    """What a row says of two things: "Anna is voorzitter bij De Linde (gezien in 2019 en 2021)."."""
    past = "voorheen" if until == OPEN else f"tot {in_words(until)}" if until else ""
    parts = [f"vanaf {in_words(since)}" if since and since != OPEN else "", past]
    parts += [f"gezien in {listed([in_words(date) for date in seen])}" if seen else "", note]
    words = link_words(kind, "out", subject.name, target.name, role, subject.kind)
    return f"{words}{_in_brackets(', '.join(part for part in parts if part))}."


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""
