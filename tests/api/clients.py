"""A server over a graph, in a thread, and a client that asks it over loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread

import httpx
from fastapi import FastAPI

from api.app import make_app
from api.server import address_of, listen, server_of
from api.settings import Settings, load_settings
from api.tokens import Role, new_token
from queries import Graph


def settings(folder: Path) -> Settings:
    """The settings of a server whose data folder this is, as nobody changed them; it takes a free port."""
    return replace(load_settings(str(folder), {}, folder), port=0)


@contextmanager
def served(graph: Graph, folder: Path, **told: object) -> Iterator[str]:
    """The address of a server over this graph; ``told`` are settings that differ."""
    chosen = replace(settings(folder), **told)  # type: ignore[arg-type]
    with running(make_app(graph, chosen), chosen) as address:
        yield address


@contextmanager
def running(app: FastAPI, chosen: Settings) -> Iterator[str]:
    """The address at which an app is served, with these settings, until the block ends."""
    with listen(chosen) as listening:
        server = server_of(app)
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
    # To load what it would trust takes longer than all else here, and nothing is encrypted on loopback.
    with served(graph, folder, **told) as address, httpx.Client(base_url=address, timeout=60, verify=False) as made:
        yield made


@contextmanager
def client_with_token(graph: Graph, folder: Path, role: Role) -> Iterator[httpx.Client]:
    """A client of such a server that brings a token of this role."""
    token = new_token(settings(folder), role)
    with client(graph, folder) as made:
        made.headers["Authorization"] = f"Bearer {token}"
        yield made
