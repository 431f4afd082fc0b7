"""Dates of structured data: ISO 8601 as pages write it, made into EDTF."""

from __future__ import annotations

import re
from datetime import datetime

from graph_model.dates import is_date, local

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)? ?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?", re.ASCII
)
_MIDNIGHT = "T00:00"


def edtf_of(value: str) -> str:
    """The EDTF date of an ISO date or moment; empty when it is neither, or names a day that does not exist.

    A moment with a zone becomes local time in the Netherlands. Midnight is how programs write "no time": only its day
    is kept.
    """
    value = value.strip()
    match = _MOMENT.fullmatch(value)
    if match is None:
        return value if is_date(value) else ""
    day, clock, zone = match.groups()
    edtf = f"{day}T{clock}"
    if not is_date(edtf):
        return ""
    if zone is not None and clock != "00:00" and is_date(day) and "1900" <= day[:4] <= "2999":
        edtf = local(datetime.fromisoformat(f"{day}T{clock}{zone}"))
    return edtf.removesuffix(_MIDNIGHT)
