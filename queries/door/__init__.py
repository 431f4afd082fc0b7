"""The researchers' door: Cypher that somebody else wrote, read-only, over the graph and never over the ledger."""

from queries.door.answer import LONGEST, MOST_ROWS, SECONDS, ask

__all__ = ["LONGEST", "MOST_ROWS", "SECONDS", "ask"]
