"""What of a file of places could not be understood."""

from __future__ import annotations

import math
from dataclasses import dataclass

# So many lines are told one by one; what comes after them is only counted.
MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line (counted from 1) and what is wrong with it, in Dutch."""

    line: int
    message: str


def degrees(text: str, most: int) -> float | None:
    """Degrees from a text, with a point or a comma; None for what is none, or lies beyond ``most``."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= most else None
