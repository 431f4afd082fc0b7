"""A reviewer, an eraser or a keeper of backups: each says on a line what was acknowledged."""

from __future__ import annotations

import sys
from pathlib import Path

from graph_model.errors import GraphUnavailable
from queries import Graph, connect
from queries.backup import finish_sweep, verified, write_backup
from queries.ledger.deciding import decide
from queries.ledger.erasing import erase
from tests.engines.address import SECRET
from tests.queries.held import AT, NAME
from tests.queries.upkeep_process import decision

DECISIONS, BACKUPS = 12, 3


def review(graph: Graph, _: Path) -> None:
    """Decide one thing after another."""
    for number in range(DECISIONS):
        decide(graph, decision(number))
        print("decided", number, flush=True)


def forget(graph: Graph, _: Path) -> None:
    """Erase one person, and write the files anew."""
    erase(graph, NAME, AT)
    print("erased", flush=True)
    finish_sweep(graph)
    print("swept", flush=True)


def keep(graph: Graph, folder: Path) -> None:
    """Make backups, each of which is whole."""
    for number in range(BACKUPS):
        file = folder / f"backup{number}"
        write_backup(graph, file, AT)
        print("kept", verified(file).rows["Page"], flush=True)


def main() -> int:
    """Arguments: what to do, graph, user, password, and a folder for files."""
    what, where, user, password, folder = sys.argv[1:]
    try:
        with connect(where, user=user, password=password, secret=SECRET) as graph:
            graph.prepare()
            {"review": review, "forget": forget, "keep": keep}[what](graph, Path(folder))
    except GraphUnavailable as told:
        print("told", told, flush=True)
        return GraphUnavailable.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
