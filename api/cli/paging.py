"""``--after``: where a list goes on, by a number of rows or by the cursor that the JSON of the answer before gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from api.cli.parser import Options

if TYPE_CHECKING:
    from queries.results import Page

P = TypeVar("P", bound="Page")


def after_option(options: Options) -> None:
    """The option itself."""
    options.option("--after", "verder na deze plaats in de lijst (next)", metavar="PLAATS", default="")


def page_after(ask: Callable[[int, int], P], place: str, limit: int) -> tuple[P, int]:
    """The page that follows on a place, and how many rows came before it.

    :param ask: the list, from a number of rows on, so many rows.
    :raises BadQuestion: it is no place.
    """
    from queries.paging import resumed
    from queries.results.cursors import cursor

    at = cursor(place)
    return resumed(ask, at, limit), at.offset
