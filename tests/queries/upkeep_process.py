"""A process that restores a backup, decides, erases and sweeps, and says on each line what was acknowledged."""

from __future__ import annotations

import sys
from pathlib import Path

from graph_model.decisions import Decision, Verdict
from graph_model.evidence import End
from queries import Graph, connect
from queries.backup import finish_sweep, restore
from queries.ledger.deciding import decide
from queries.ledger.erasing import erase
from tests.engines.address import SECRET
from tests.queries.held import AT, CIRCLE, NAME

DECISIONS = 4


def decision(number: int) -> Decision:
    """A decision that can be told from the others."""
    left = End("Initiative", f"Wijkclub {number}").key
    return Decision(Verdict.DIFFERENT, left, CIRCLE.key, by="proef", at=AT, reason=str(number))


def work(graph: Graph, backup: Path) -> None:
    """All of it; done again it changes nothing more."""
    restore(graph, backup)
    print("restored", flush=True)
    for number in range(DECISIONS):
        decide(graph, decision(number))
        print("decided", number, flush=True)
    erase(graph, NAME, AT)
    print("erased", flush=True)
    finish_sweep(graph)
    print("swept", flush=True)


def main() -> None:
    """Arguments: graph, user, password, and the backup to restore."""
    where, user, password, backup = sys.argv[1:]
    with connect(where, user=user, password=password, secret=SECRET) as graph:
        graph.prepare()
        print("open", flush=True)
        work(graph, Path(backup))


if __name__ == "__main__":
    main()
