"""Masking: what may not be stored is covered with █ at equal length before anything is stored."""

from __future__ import annotations

import re
from typing import Protocol

COVER = "█"


class ErasedNames(Protocol):
    """Knows the names of people who asked to be forgotten, without holding them."""

    def __contains__(self, name: object, /) -> bool: ...


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def mask(text: str, erased: ErasedNames | None = None) -> str:
    """The text with private contact data and erased names covered; as long as it was."""
    return text


def mask_target(target: str, erased: ErasedNames | None = None) -> str:
    """A link's target with private contact data covered."""
    return target
