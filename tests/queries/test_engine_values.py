"""Values that the two engines would keep differently never reach them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from graph_model.errors import Fault
from queries.engine.values import checked

NOON = datetime(2025, 3, 18, 12)


@pytest.mark.parametrize(
    "value",
    [
        NOON,
        NOON.replace(tzinfo=ZoneInfo("Europe/Amsterdam")),
        NOON.replace(tzinfo=ZoneInfo("UTC")),
        NOON.replace(tzinfo=timezone(timedelta(hours=1))),
        ["a", None],
        ["a", 1],
        [1, 1.0],
        [True, 1],
        {"a"},
        Decimal(1),
        b"bytes",
        [{"row": {"names": ["a", None]}}],
        [{"row": {"when": NOON}}],
    ],
    ids=str,
)
def test_what_engines_would_not_keep_alike_is_refused_with_its_place(value: object) -> None:
    with pytest.raises(Fault, match="Parameter rows"):
        checked({"rows": value})


@pytest.mark.parametrize(
    "value",
    [None, "a", 1, 1.5, True, NOON.date(), NOON.replace(tzinfo=UTC), [], ["a", "b"], ("a",), [[1], [2, 3]]],
    ids=str,
)
def test_what_both_keep_alike_passes(value: object) -> None:
    rows = {"rows": [{"value": value}, {"value": None}]}
    assert checked(rows) == rows
