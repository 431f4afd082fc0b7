"""What is measured with: many pages, and an empty graph."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from queries import Graph, connect
from tests.material import varied

SECRET = b"only for measuring"
AT = "2024-01-01T00:00:00+00:00"


def pages(number: int) -> list[tuple[str, bytes]]:
    """So many pages on a handful of hosts, as (address, bytes)."""
    return [(f"https://site{n % 17}.example/{name}", raw) for n, (name, raw) in enumerate(varied(number))]


@contextmanager
def empty_graph() -> Iterator[Graph]:
    """An empty embedded graph in a folder of its own, that goes with it."""
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder:
        graph = connect(Path(folder), secret=SECRET)
        graph.prepare()
        yield graph
        graph.close()
