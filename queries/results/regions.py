"""Where an answer is about, and in which period."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from queries.results.shapes import Shape


class RegionRef(Shape):
    """A region: ``words`` name it in a sentence; ``id`` is null for what is no thing in the graph."""

    name: str
    kind: Literal["province", "municipality", "place"]
    words: str
    id: str | None = None


class Period(Shape):
    """From when to when (EDTF, both included); null where it is open."""

    since: str | None = Field(alias="from")
    until: str | None = Field(alias="to")
