"""A link that was found from the one end, as the other end sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


def seen_from_there(row: Row) -> Row:
    """A row of ``why/links`` with its ends changed places."""
    return {
        **row, "direction": "in" if row["direction"] == "out" else "out",
        "here": row["other_id"], "here_kind": row["other_kind"], "here_name": row["other_name"],
        "other_id": row["here"], "other_kind": row["here_kind"], "other_name": row["here_name"],
    }  # fmt: skip
