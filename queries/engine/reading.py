"""What asks the graph: a reading of one version of it, and a writing that makes the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from graph_model.errors import Fault

from .looks import Looks
from .values import checked, plain_row, plain_rows

if TYPE_CHECKING:
    from neo4j import Result

Asked = tuple[str, Mapping[str, object]]  # a question of the library by its name, and its parameters

_NONE: Mapping[str, object] = MappingProxyType({})


class Runner(Protocol):
    """What runs a statement: a transaction, or a session in which each statement stands alone."""

    def run(self, text: str, parameters: dict[str, Any], /) -> Result: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads one version of the graph."""

    _runner: Runner
    _looks: Looks

    @property
    def version(self) -> int:
        """The version that is read."""
        return self._looks.version(self._runner)

    def ask(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """Answer the question in ``queries/cypher/<name>.cypher``: one dict a row, of plain Python values."""
        from queries.library import question

        asked = question(name)
        if asked.collects and self._looks.ride:
            return self.ask_together((name, parameters))[0]
        return self.run(asked.with_parameters(parameters), parameters)

    def ask_together(self, *asked: Asked) -> list[list[dict[str, Any]]]:
        """Answer several questions in one go: being asked costs an engine more than many a short answer does."""
        from queries.library import question, together

        for name, parameters in asked:
            question(name).with_parameters(parameters)
        numbered = {f"{key}_{n}": value for n, (_, given) in enumerate(asked) for key, value in given.items()}
        text = together(tuple(name for name, _ in asked), *self._looks.around)
        answers = {row["part"]: row["rows"] for row in self._rows(text, numbered)}
        self._looks.rode(answers)
        return [answers.get(number, []) for number in range(len(asked))]

    def run(self, text: str, parameters: Mapping[str, object] = _NONE) -> list[dict[str, Any]]:
        """Run text that was generated from the schema's own names, never from values: those are parameters."""
        self._looks.before(self._runner)
        return self._rows(text, parameters)

    def stream(self, text: str, parameters: Mapping[str, object] = _NONE) -> Iterator[dict[str, Any]]:
        """As ``run``, row by row as they come in: of very many, a few are in memory at a time.

        Only as long as nothing else is asked meanwhile.
        """
        self._looks.before(self._runner)
        result = self._result(text, parameters)
        names = result.keys()
        return (plain_row(names, record) for record in result)

    def _rows(self, text: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        result = self._result(text, parameters)
        return plain_rows(result.keys(), result)

    def _result(self, text: str, parameters: Mapping[str, object]) -> Result:
        try:
            return self._runner.run(text, checked(parameters))
        except (UnicodeEncodeError, OverflowError) as error:  # half a character, a number of more than 64 bits
            raise Fault(f"Een parameter is niet te bewaren: {error}") from error


@dataclass(frozen=True, slots=True)
class Writing(Reading):
    """A transaction that makes the next version of the graph."""
