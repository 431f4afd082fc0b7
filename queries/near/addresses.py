"""Lines of an address as people type them: "Dorpsstraat 3, Nuenen", "5671 CG Nuenen", "Dorpsstraat 3a 5671CG"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POSTCODE = re.compile(r"\b([1-9]\d{3})(?:\s?([A-Z]{2})(?![^\W\d_]))?(?!\w)")
# A street ends in a house number, perhaps with a letter or addition.
_STREET = re.compile(r"^(?P<street>.*[^\W\d_].*?\s\d{1,4}(?:\s?[a-zA-Z](?!\w)|-\d{1,3})?)(?:\s+|$)(?P<rest>.*)$")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Address:
    """What a line says of where something is; each part is empty where it does not say so."""

    street: str
    postcode: str
    town: str


def address_in(line: str) -> Address | None:
    """The address in a line; None for what does not look like one, as a name."""
    text = " ".join(line.split())
    if not text or len(text) > _LONGEST:
        return None
    postcode = _POSTCODE.search(text)
    if postcode and not postcode[2] and not _stands_alone(text, postcode):
        postcode = None
    before, after = (text[: postcode.start()], text[postcode.end() :]) if postcode else (text, "")
    street, rest = _street_in(before.strip(" ,"))
    town = after.strip(" ,") or rest.strip(" ,")
    if not street and not postcode:
        return None
    return Address(street, f"{postcode[1]} {postcode[2] or ''}".strip() if postcode else "", town)


def _stands_alone(text: str, postcode: re.Match[str]) -> bool:
    """Four digits without letters are a postcode only at the beginning, or with nothing but commas around."""
    return postcode.start() == 0 or text[: postcode.start()].rstrip().endswith(",")


def _street_in(text: str) -> tuple[str, str]:
    """Street and number, and what follows them."""
    first, comma, rest = text.partition(",")
    found = _STREET.match(first.strip())
    if found is None:
        return "", text
    return found["street"].strip(), f"{found['rest']}{comma}{rest}".strip(" ,")
