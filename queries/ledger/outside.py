"""How the things stand that a change did not touch."""

from __future__ import annotations

from collections.abc import Iterable

from graph_model.projection.nodes import Standing
from queries.engine.base import Reading
from queries.ledger.graph_store import in_batches


class Outside:
    """How the things of keys stand that the change did not touch, looked up once."""

    def __init__(self, tx: Reading) -> None:
        self._tx = tx
        self._standings: dict[str, Standing | None] = {}

    def look_up(self, keys: Iterable[str]) -> None:
        """Fetch how the things of these keys stand."""
        wanted = sorted(set(keys) - set(self._standings))
        self._standings |= dict.fromkeys(wanted)
        for batch in in_batches(wanted):
            for row in self._tx.ask("ledger/standings", keys=batch):
                exists = row["kind"] is not None
                standing = Standing(row["id"], row["kind"] or "", exists, bool(row["confirmed"]))
                self._standings[row["key"]] = standing

    def standing(self, key: str) -> Standing | None:
        """How the thing of a key stands; None when the key was not looked up or is not there."""
        return self._standings.get(key)

    def groups(self, keys: Iterable[str]) -> dict[str, str]:
        """The ids of the things of these keys."""
        keys = list(keys)
        self.look_up(keys)
        found = ((key, self._standings[key]) for key in keys)
        return {key: standing.id for key, standing in found if standing}
