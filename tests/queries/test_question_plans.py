"""What users ask most is answered by key: the embedded engine goes to what is asked for, not through all there is.

In a small graph nobody notices the difference; in one of a hundred thousand things it is a hundredfold. Neo4j plans by
how much there is, so that the plan in a small graph says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from neo4j import Result

from queries import Graph
from queries.engine.base import Reading
from queries.engine.reading import Runner
from queries.links import links
from queries.near.answer import near
from queries.show import show
from queries.suggest import suggest
from queries.why import why
from tests.engines.address import SECRET

# How a plan says that it does go through all, or that it does not say what will be done: in a subquery the engine looks
# nothing up that is one of a list.
THROUGH_ALL = ("AllNodesScan", "NodeByLabelScan", "CALL SUBQUERY")

Statements = dict[str, Mapping[str, Any]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Heard:
    """A runner whose statements are kept, each with the parameters that it had first."""

    runner: Runner
    statements: Statements

    def run(self, text: str, parameters: dict[str, Any], /) -> Result:
        self.statements.setdefault(text, parameters)
        return self.runner.run(text, parameters)


class Listening(Graph):
    """A graph, with all that its answers ask of the engine."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph._engine, SECRET)
        self.statements: Statements = {}

    def _asked(self, question: Callable[[Reading], T], runner: Runner) -> tuple[T, bool]:
        return super()._asked(question, Heard(runner, self.statements))


@pytest.mark.parametrize("engine", ["embedded"], indirect=True)
def test_what_is_asked_by_key_begins_at_an_index(neighbourhood: Graph) -> None:
    said = _asked_of(neighbourhood)
    by_key = {text: parameters for text, parameters in said.items() if parameters}
    assert len(by_key) > 12
    for text, parameters in by_key.items():
        plan = _plan_of(neighbourhood, text, parameters)
        assert not [step for step in THROUGH_ALL if step in plan], text


def _asked_of(graph: Graph) -> Statements:
    listening = Listening(graph)
    things = [row["id"] for row in graph.answer(lambda reading: reading.run(_THINGS))]
    first, *others = things
    for thing in things:
        near(listening, thing)
        links(listening, thing)
        show(listening, thing)
    for other in others:
        why(listening, first, other)
        why(listening, first, other, through="plaatsen")
    suggest(listening, "kr")
    return listening.statements


_THINGS = "MATCH (t:Thing) WHERE t.kind IN ['Initiative', 'CareOrganisation', 'Person'] RETURN t.id AS id ORDER BY id"


def _plan_of(graph: Graph, text: str, parameters: Mapping[str, Any]) -> str:
    explain = f"EXPLAIN {text}"
    plan = graph._engine.bolt.read(lambda session: session.run(explain, dict(parameters)).consume().plan)  # type: ignore[arg-type]
    assert plan is not None
    return str(plan["args"]["string-representation"])
