"""What the description of a source (a TOML file) may hold: where to start, what to follow, how fast, what to expect.

Only the shape stands here; whether what it says can be is checked in ``checking``. Addresses in patterns are written
without scheme and www; ``*`` stands for any part of a path, ``**`` for anything at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

# Days that a page may be gone before what it said lapses, unless its source says otherwise.
GRACE = 14
# Pages of a source; more means that it leads on without end.
MOST = 2000
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
PAGES = "pages"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bounds(_Part):
    """How many are expected: at least and at most."""

    min: int = Field(default=0, ge=0)
    max: int | None = Field(default=None, ge=0)

    def hold(self, number: int) -> bool:
        return self.min <= number and (self.max is None or number <= self.max)

    @property
    def words(self) -> str:
        if self.max is None:
            return f"minstens {self.min}"
        return f"{self.min} tot {self.max}" if self.min else f"hoogstens {self.max}"


class Selectors(_Part):
    """CSS selectors, for a site whose pages can't be read as they are.

    ``content``: what is the page, the rest is left out. ``without``: what in it is not. ``links``: where links are
    followed from. Empty: the whole page.
    """

    content: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Act(StrEnum):
    """What is different at an address: it is read, not read, or may fail without a word."""

    READ = "read"
    SKIP = "skip"
    MAY_FAIL = "may-fail"


class ExceptionOf(_Part):
    """An address that is not like the others, and why."""

    address: str
    act: Act
    reason: str = Field(min_length=3)


class SourceOf(_Part):
    """A described source.

    ``start``: pages, feeds and sitemaps to begin with. ``sitemaps``: also those that the robots.txt of the start pages
    names. ``follow``: pages whose links are followed. ``read``: pages that are read. ``skip``: neither. ``pause``:
    seconds between two requests. ``most``: pages asked for in one run. ``expected``: how many pages (``pages``) and
    how many things of each kind on them. ``grace``: days. ``leaves``: whether its text may leave this machine.
    """

    name: str
    title: str
    start: tuple[str, ...]
    sitemaps: bool = False
    follow: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    pause: float = Field(default=1.0, ge=1.0, le=120.0)
    most: int = Field(default=MOST, ge=1, le=50_000)
    select: Selectors = Selectors()
    expected: dict[str, Bounds] = Field(default_factory=dict)
    exceptions: tuple[ExceptionOf, ...] = ()
    grace: int = Field(default=GRACE, ge=0, le=3650)
    leaves: bool = False

    @property
    def is_named(self) -> bool:
        """Whether somebody described it; else it was made on the spot."""
        return NAME.fullmatch(self.name) is not None

    @property
    def edition(self) -> str:
        """Equal for equal descriptions."""
        return self.model_dump_json()


@cache
def _pattern(text: str) -> re.Pattern[str]:
    words = {"**": ".*", "*": "[^/?]*"}
    parts = (words.get(part) or re.escape(part) for part in re.split(r"(\*\*|\*)", text))
    return re.compile("".join(parts), re.S)


def matches(address: str, patterns: Iterable[str]) -> bool:
    """Whether an address without scheme and www fits one of these patterns; a trailing slash makes no difference."""
    return any(_pattern(pattern.rstrip("/")).fullmatch(address) for pattern in patterns)
