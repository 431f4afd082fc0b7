"""The live claims that end in groups of keys: from the store, or from the change itself where a key is all new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph_model.keys import family_of_key
from graph_model.projection.said import Said
from graph_model.projection.tally import Tally
from queries.engine.base import Reading
from queries.ledger.change import Change
from queries.ledger.graph_store import in_batches
from queries.ledger.rows import said_of_texts


class ClaimsNear:
    """Claims as they are after the change.

    A key without a tally before the change had no live claims, so all of its claims are in the change. Places are the
    exception: the gazetteer's claims about them stay in the ledger without counting.
    """

    def __init__(self, tx: Reading, changes: Sequence[Change], before: Mapping[str, Tally]) -> None:
        self._tx, self._before = tx, before
        self._fresh: dict[str, list[Said]] = {}
        for change in changes:
            if change.after:
                for key in {change.after.subject, change.after.object} - {""}:
                    self._fresh.setdefault(key, []).append(change.after)

    def about(self, keys: Iterable[str]) -> list[Said]:
        """The claims that start from or lead to these keys, each once."""
        return self._gather(keys, ("ledger/claims_about", "ledger/claims_towards"))

    def fields(self, keys: Iterable[str]) -> list[Said]:
        """The claims that give these keys a field to show."""
        return self._gather(keys, ("ledger/fields_of",))

    def saying(self, statements: Iterable[str]) -> list[Said]:
        """The claims that say one of these statements."""
        found: list[Said] = []
        for batch in in_batches(sorted(statements)):
            found += self._asked("ledger/claims_saying", statements=batch)
        return found

    def _gather(self, keys: Iterable[str], questions: Sequence[str]) -> list[Said]:
        found: dict[str, Said] = {}
        stored = []
        for key in sorted(keys):
            if key in self._before or family_of_key(key) == "place":
                stored.append(key)
            else:
                found |= {s.id: s for s in self._fresh.get(key, ()) if len(questions) > 1 or _is_field(s, key)}
        for batch in in_batches(stored):
            for question in questions:
                found |= {said.id: said for said in self._asked(question, keys=batch)}
        return list(found.values())

    def _asked(self, question: str, **parameters: object) -> list[Said]:
        return [said for row in self._tx.ask(question, **parameters) for said in said_of_texts(row["claims"])]


def _is_field(said: Said, key: str) -> bool:
    return not said.object and said.subject == key
