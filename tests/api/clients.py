"""A server over a graph, in a thread, and a client that asks it over loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import httpx

from api.app import make_app
from api.server import address_of, listen, server_of
from api.settings import Settings, load_settings
from queries import Graph


def settings(folder: Path) -> Settings:
    """The settings of a server whose data folder this is, as nobody changed them; it takes a free port."""
    return replace(load_settings(str(folder), {}, folder), port=0)


@contextmanager
def served(graph: Graph, folder: Path, **told: object) -> Iterator[str]:
    """The address of a server over this graph; ``told`` are settings that differ."""
    chosen = replace(settings(folder), **told)  # type: ignore[arg-type]
    with listen(chosen) as listening:
        server = server_of(make_app(graph, chosen))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield address_of(listening).rstrip("/")
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def client(graph: Graph, folder: Path, **told: object) -> Iterator[httpx.Client]:
    """A client of such a server. It follows no redirects, so that tests see them."""
    with served(graph, folder, **told) as address, httpx.Client(base_url=address, timeout=60) as made:
        yield made
