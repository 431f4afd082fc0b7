"""What every verb that talks with the graph begins with: settings, paper, and the open graph."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from api.cli.output import Paper, paper
from api.cli.progress import patience
from api.settings import Settings, load_settings

if TYPE_CHECKING:
    from queries import Graph


def settings_of(wishes: Namespace) -> Settings:
    """The settings of a verb's options."""
    return load_settings(wishes.data)


def paper_of(told: Settings) -> Paper:
    """Standard output, as these settings want it."""
    return paper(told.colour)


@contextmanager
def graph_if_there(told: Settings) -> Iterator[Graph | None]:
    """The graph of these settings to read from; None where there is none yet, or it can't be reached."""
    from graph_model.errors import GraphUnavailable

    with ExitStack() as open_things:
        try:
            graph = open_things.enter_context(graph_of(told))
            graph.answer(lambda reading: reading.version)
        except GraphUnavailable:
            yield None
            return
        yield graph


@contextmanager
def graph_of(told: Settings, *, writing: bool = False) -> Iterator[Graph]:
    """The graph of these settings; says so when opening it takes more than a second."""
    with ExitStack() as open_things:
        with patience("De graaf wordt geopend …"):
            from api.bootstrap import open_graph

            graph = open_things.enter_context(open_graph(told, writing=writing))
        yield graph
