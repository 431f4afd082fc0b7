"""Who may do what in the embedded engine: its groups, written down anew at each start as its users are.

The engine keeps to these rights over Bolt for every statement, also within sub-queries and look-ups by id. It does not
keep to READ transactions, so rights are what makes a door read-only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph_model.schema import LINK_KINDS, NODE_KINDS

ADMIN, VISITORS = "admin", "visitors"
_LONGEST = 10_000
"""Milliseconds in which one of their questions must be answered, where the engine looks at its clock."""


def groups() -> Mapping[str, Any]:
    """The contents of the engine's ``server-groups.json``."""
    owners = _group({"*": _may("createRecord", "readRecord", "updateRecord", "deleteRecord")}, -1, *_OWNER)
    visitors = _group({"*": _may(), **dict.fromkeys(graph_types(), _may("readRecord"))}, _LONGEST)
    nobody = _group({"*": _may()}, _LONGEST)
    return {"version": 2, "databases": {"*": {"groups": {ADMIN: owners, VISITORS: visitors, "*": nobody}}}}


def graph_types() -> Iterable[str]:
    """The engine's types that hold the graph; one of two labels is named by both, in order of the alphabet."""
    yield "Thing"
    for kind in NODE_KINDS:
        yield kind
        yield "~".join(sorted((kind, "Thing")))
    yield from LINK_KINDS


_OWNER = ("updateSecurity", "updateSchema", "updateDatabaseSettings")


def _may(*access: str) -> dict[str, list[str]]:
    return {"access": list(access)}


def _group(types: Mapping[str, object], longest: int, *access: str) -> dict[str, object]:
    return {"resultSetLimit": -1, "readTimeout": longest, "access": list(access), "types": types}
