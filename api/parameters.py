"""Wrong parameters told in Dutch: what the validation of pydantic says, one sentence a parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from api.models import WrongParameter

_SHOWN = 40
_DUTCH = {
    "missing": "{name} ontbreekt.",
    "int_parsing": "{name}: {given} is geen geheel getal.",
    "int_from_float": "{name}: {given} is geen geheel getal.",
    "int_parsing_size": "{name}: {given} is te groot.",
    "float_parsing": "{name}: {given} is geen getal.",
    "finite_number": "{name}: {given} is geen getal.",
    "bool_parsing": "{name}: {given} is geen ja of nee (true of false).",
    "greater_than": "{name}: {given} moet meer zijn dan {gt:g}.",
    "greater_than_equal": "{name}: {given} moet minstens {ge:g} zijn.",
    "less_than_equal": "{name}: {given} mag hoogstens {le:g} zijn.",
    "string_too_long": "{name} mag hoogstens {max_length} tekens hebben.",
    "string_too_short": "{name} mag niet leeg zijn.",
}


def told(errors: Sequence[Any], known: Sequence[str]) -> tuple[WrongParameter, ...]:
    """What pydantic found wrong, each as a Dutch sentence.

    :param known: the parameters that there are, to say which one was meant.
    """
    return tuple(_one(error, known) for error in errors)


def _one(error: Mapping[str, Any], known: Sequence[str]) -> WrongParameter:
    name = str(error["loc"][-1]) if error["loc"] else "vraag"
    if error["type"] == "extra_forbidden":
        return WrongParameter(name=name, detail=_unknown(name, known))
    template = _DUTCH.get(error["type"], "{name}: {given} kan niet.")
    facts = {**error.get("ctx", {}), "name": name, "given": repr(_short(str(error.get("input", ""))))}
    return WrongParameter(name=name, detail=template.format(**facts))


def _unknown(name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name, known, n=1)
    meant = f"bedoelde u {close[0]}?" if close else f"er zijn: {', '.join(known)}." if known else "er zijn er geen."
    return f"Een parameter {_short(name)!r} is er niet; {meant}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
