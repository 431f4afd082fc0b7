"""A process that reads a folder into a graph and says on each line how many pages it has acknowledged."""

from __future__ import annotations

import sys

from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import connect
from tests.engines.address import SECRET


def main() -> None:
    """Arguments: graph, user, password, database, and the folder or files to read."""
    where, user, password, database, *sources = sys.argv[1:]
    graph = connect(where, user=user, password=password, database=database, secret=SECRET)
    graph.prepare()
    print("open", flush=True)
    read_into(graph, list_sources(sources), progress=lambda done: print(done, flush=True))
    graph.close()


if __name__ == "__main__":
    main()
