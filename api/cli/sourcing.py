"""How every verb that reads is told what to read."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from api.cli.parser import Options
from graph_model.errors import BadQuestion

if TYPE_CHECKING:
    from ingest.sources import Listing

_SOURCE = (
    "een bestand, een map, een webadres, een beschreven bron (naam of .toml), een registerbeschrijving (.toml), "
    "of - voor standaardinvoer"
)


def add_sources(options: Options) -> None:
    """The arguments and options that name sources."""
    options.argument("sources", "BRON", _SOURCE, nargs="*", default=[])
    options.option(
        "--list", "een tekstbestand met op elke regel een webadres", action="append", metavar="BESTAND", default=[]
    )
    options.option("--crawl", "loop vanaf een webadres door naar wat er op die site onder ligt")


def listing_of(wishes: Namespace) -> Listing:
    """What the options name.

    :raises BadQuestion: when they name nothing.
    """
    from ingest.sources import list_sources

    if not wishes.sources and not wishes.list:
        raise BadQuestion("Er ontbreekt iets: BRON.")
    return list_sources(wishes.sources, crawl=wishes.crawl, lists=wishes.list)
