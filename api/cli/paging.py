"""``--after``: where a list goes on, by a number of rows or by the cursor that the JSON of the answer before gave."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

from api.cli.output import Paper, print_json
from api.cli.parser import Options
from api.cli.session import paper_of
from api.settings import Settings

if TYPE_CHECKING:
    from queries import Graph
    from queries.results import Page

P = TypeVar("P", bound="Page")
Tell = Callable[[P, Paper, Collection[str], int], None]


def after_option(options: Options) -> None:
    """The option itself."""
    options.option("--after", "verder na deze plaats in de lijst (next)", metavar="PLAATS", default="")


def page_after(ask: Callable[..., P], place: str, limit: int) -> tuple[P, int]:
    """The page that follows on a place, and how many rows came before it.

    :param ask: the list: ``after`` a number of rows, ``limit`` rows.
    :raises BadQuestion: it is no place.
    """
    from queries.paging import resumed
    from queries.results.cursors import cursor

    at = cursor(place)
    return resumed(lambda after, limit: ask(after=after, limit=limit), at, limit), at.offset


def show_page(graph: Graph, told: Settings, wishes: Namespace, ask: Callable[..., P], tell: Tell[P]) -> int:
    """Print the page of a list that the words ask for; gives the exit status.

    :param ask: as of :func:`page_after`.
    :param tell: tells people, given which things are invented and how many rows came before.
    """
    found, before = page_after(ask, wishes.after, wishes.limit)
    if wishes.json:
        print_json(found.json_text())
        return 0
    from queries.invented import invented_things

    tell(found, paper_of(told), invented_things(graph)[0], before)
    return 0
