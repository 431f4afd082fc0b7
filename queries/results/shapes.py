"""What all answers are made of: a frozen shape, a thing in short, a position, a page of a list."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, field_serializer

from queries.results.cursors import cursor, cursor_after

Precision = Literal["address", "place", "municipality"]
Direction = Literal["out", "in"]


def _whole(told: object) -> object:
    """What a user typed, without halves of characters: those cannot be sent."""
    return told.encode("utf-8", "replace").decode() if isinstance(told, str) else told


# Words that an answer says back to whoever asked.
Echo = Annotated[str, BeforeValidator(_whole)]


class Shape(BaseModel):
    """What all answers share: frozen, no unknown keys, printed by the names of the JSON."""

    # A command uses two or three of some fifty shapes: each is built when it is first used, not when it is read.
    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, defer_build=True
    )

    def json_text(self) -> str:
        """The answer as indented JSON, as commands print it."""
        return self.model_dump_json(indent=2)


class Ref(Shape):
    """A thing in short."""

    id: str
    kind: str
    name: str


class Position(Shape):
    """Where something is, in degrees WGS84; ``via`` names the place or part it was taken from, if not its own."""

    lat: float
    lon: float
    precision: Precision
    via: Ref | None = None


def _offset(told: object) -> object:
    return cursor(told).offset if isinstance(told, str) else told


class Page(Shape):
    """What every list carries. ``next`` is a number of rows here, and in JSON a cursor that stays right."""

    next: Annotated[int | None, BeforeValidator(_offset)] = None
    total: int
    version: int

    @field_serializer("next")
    def _next_as_cursor(self, offset: int | None) -> str | None:
        return None if offset is None else cursor_after(self, offset, self.version).text()
