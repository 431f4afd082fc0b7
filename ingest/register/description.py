"""What the description of a register (a TOML file) may hold: files, and which columns give which things and links.

Only the shape stands here; whether kinds, links and fields exist is checked in ``checking``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

# A column, and the values of it that count.
Condition = dict[str, tuple[str, ...]]


class OnError(StrEnum):
    """What becomes of a register with a row that is wrong: that row is left out, or nothing goes in at all."""

    SKIP_ROW = "skip-row"
    STOP = "stop"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cells(_Part):
    """A text of a row: a column (with a separator: several texts), or a fixed value."""

    column: str = ""
    separator: str = ""
    value: str = ""


class KindOf(_Part):
    """The kind of a thing or link: fixed, by the value of a column, or as elsewhere in the register.

    ``values`` translates what the column says; a value that it does not hold gives ``otherwise``, or must be a kind
    itself. ``family``: the kind that the register gives this name elsewhere, among that family of kinds, else
    ``otherwise``; without that, a name that the register does not know elsewhere is passed over.
    """

    fixed: str = ""
    column: str = ""
    values: dict[str, str] = Field(default_factory=dict)
    family: str = ""
    otherwise: str = ""


def _of_column(given: object) -> object:
    return {"column": given} if isinstance(given, str) else given


def _of_kind(given: object) -> object:
    return {"fixed": given} if isinstance(given, str) else given


def _listed(given: object) -> object:
    """Conditions may give one value where several may stand."""
    if not isinstance(given, dict):
        return given
    return {column: (value,) if isinstance(value, str) else value for column, value in given.items()}


Text = Annotated[Cells, BeforeValidator(_of_column)]
Kind = Annotated[KindOf, BeforeValidator(_of_kind)]
When = Annotated[Condition, BeforeValidator(_listed)]


class PositionOf(_Part):
    """The columns with degrees (WGS84), and how exact they are: address, place or municipality."""

    latitude: Text
    longitude: Text
    precision: Text


class ThingOf(_Part):
    """A thing that a row names. ``municipality`` and ``province`` tell a Place from its namesakes.

    ``qualifier``: the start date of an Event, the organisation of a Person, the place of an organisation.
    """

    kind: Kind
    name: Text
    qualifier: Text | None = None
    municipality: Text | None = None
    province: Text | None = None
    fields: dict[str, Text] = Field(default_factory=dict)
    position: PositionOf | None = None
    when: When = Field(default_factory=dict)


class LinkOf(_Part):
    """A link between two things of a row, in rows for which ``when`` holds.

    ``seen``: when it was seen to be so, which says nothing about when it began; it stands in the sentence only.
    """

    from_: str = Field(alias="from")
    to: str
    kind: Kind
    role: Text | None = None
    since: Text | None = None
    until: Text | None = None
    seen: Text | None = None
    confidence: float | None = Field(default=None, gt=0, le=1)
    inferred: bool | None = None
    note: str = ""
    when: When = Field(default_factory=dict)


class TableOf(_Part):
    """One file (CSV, or a sheet of an XLSX) and what its rows say.

    ``about`` names the thing that each row describes: it must be there, and no two rows may describe the same. Without
    it rows only link things. Without ``sources`` the register itself is the source. ``skip``: rows to pass over.
    """

    file: str
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    about: str = ""
    sources: Text | None = None
    confidence: float = Field(default=0.9, gt=0, le=1)
    inferred: bool = False
    note: str = ""
    skip: When = Field(default_factory=dict)
    things: dict[str, ThingOf]
    links: tuple[LinkOf, ...] = ()


class RegisterOf(_Part):
    """A described register. ``skip_sources``: beginnings of source addresses that do not count."""

    name: str
    title: str
    on_error: OnError = OnError.SKIP_ROW
    skip_sources: tuple[str, ...] = ()
    tables: tuple[TableOf, ...]
