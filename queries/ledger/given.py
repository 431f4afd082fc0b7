"""What projections of a graph are given: its secret, the lines, the common surnames."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from graph_model.errors import NotAllowed
from graph_model.projection.given import Given
from graph_model.surnames import load_common_surnames
from queries.engine.base import Graph, Writing


@lru_cache(maxsize=8)
def _given(secret: bytes) -> Given:
    return Given(secret=secret, common_surnames=load_common_surnames())


def given_of(graph: Graph) -> Given:
    """What the projections of this graph are given.

    :raises NotAllowed: when the graph was opened without a secret: then it can only be read.
    """
    if not graph.secret:
        raise NotAllowed("Zonder het geheim van deze graaf kan er alleen gelezen worden.")
    return _given(graph.secret)


def check_secret(graph: Graph) -> str:
    """Hold the graph's secret against the one it was made with; the first writer leaves its hash, which is given back.

    :raises NotAllowed: when it is another secret: people would get other ids.
    """
    given_of(graph)
    mine = blake2b(graph.secret or b"", digest_size=16, person=b"secret_check").hexdigest()

    def work(tx: Writing) -> str:
        stored = tx.ask("ledger/secret_check")[0]["secret_check"]
        if stored is None:
            tx.ask("ledger/save_secret_check", hash=mine)
        return stored or mine

    known = graph.answer(lambda tx: tx.ask("ledger/secret_check")[0]["secret_check"])
    if (known or graph.change(work)) != mine:
        raise NotAllowed(
            "Deze graaf is met een ander geheim gemaakt (SAMENSPEL_SECRET); schrijven zou personen een ander id geven."
        )
    return mine
