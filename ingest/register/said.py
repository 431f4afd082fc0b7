"""What a row says before it is claimed of its sources."""

from __future__ import annotations

from dataclasses import dataclass

from graph_model.evidence import End


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a row, for each of its sources. ``subject`` is None for the source itself (it names something).

    ``since`` and ``until`` are EDTF strings or empty, ``confidence`` lies between 0 and 1.
    """

    subject: End | None
    predicate: str
    sentence: str
    sources: tuple[str, ...]
    confidence: float
    stated: bool = True
    object: End | None = None
    value: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
