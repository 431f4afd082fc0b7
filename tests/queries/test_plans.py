"""On Neo4j the statements of a change keep the plan they got first, of an empty graph: it must serve a large one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase, ManagedTransaction, Result

from graph_model.decisions import Decision, Verdict
from ingest.pipeline import read_into
from ingest.sources import list_sources
from queries import Graph
from queries.backup import restore, write_backup
from queries.engine.server import Neo4jEngine, Planned
from queries.ledger.deciding import decide, take_back
from queries.ledger.erasing import erase
from queries.ledger.pages import withdraw
from queries.ledger.rebuild import rebuild
from queries.ledger.runs import begin_run, undo_run
from tests.engines.address import SECRET, Address
from tests.engines.emptying import empty_out
from tests.queries.held import ADDRESS, AT, CIRCLE, NAME, load_name, person

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"

LONGER_IN_A_LARGER_GRAPH = ("AllNodesScan", "NodeByLabelScan", "RelationshipTypeScan", "IndexScan", "HashJoin")
EVERYTHING = {"limit"}  # what a statement is told that goes through everything there is, part by part

Statements = dict[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Heard(Planned):
    """A transaction whose statements are kept, each with the parameters that it had first."""

    statements: Statements

    def run(self, text: str, parameters: dict[str, Any], /) -> Result:
        self.statements.setdefault(text, parameters)
        return Planned.run(self, text, parameters)


class Listening(Neo4jEngine):
    """Neo4j, with all that a change says to it."""

    def __init__(self, address: Address) -> None:
        super().__init__(str(address.where), address.user, address.password, address.database)
        self.statements: Statements = {}

    def changing(self, transaction: ManagedTransaction) -> Heard:
        return Heard(transaction, self.statements)


@pytest.fixture(scope="module")
def said(neo4j_address: Address, tmp_path_factory: pytest.TempPathFactory) -> Statements:
    """All that reading, deciding, taking back, erasing and restoring say to a graph that is empty in the end."""
    engine = Listening(neo4j_address)
    with Graph(engine, SECRET) as graph:
        graph.prepare()
        empty_out(graph)
        read_into(graph, list_sources([str(SAMPLES)]))
        load_name(graph)
        backup = tmp_path_factory.mktemp("plans") / "backup"
        write_backup(graph, backup, AT)
        different = Decision(Verdict.DIFFERENT, person().key, CIRCLE.key, by="proef", at=AT, reason="proef")
        take_back(graph, decide(graph, different).id)
        run = begin_run(graph, "withdraw", (), AT)
        withdraw(graph, ADDRESS, run, AT)
        undo_run(graph, run, AT)
        rebuild(graph)
        erase(graph, NAME, AT)
        restore(graph, backup)
        empty_out(graph)
    return engine.statements


@pytest.mark.parametrize("engine", ["neo4j"])
def test_what_is_asked_by_key_begins_at_an_index_in_an_empty_graph_too(
    engine: str, said: Statements, neo4j_address: Address
) -> None:
    assert len(said) > 80
    name = neo4j_address.database or None
    with (
        GraphDatabase.driver(str(neo4j_address.where), auth=(neo4j_address.user, neo4j_address.password)) as driver,
        driver.session(database=name) as session,
    ):
        for text, parameters in said.items():
            plan = session.run(f"CYPHER replan=force EXPLAIN {text}", dict(parameters)).consume().plan  # type: ignore[arg-type]
            assert plan is not None
            if parameters.keys() - EVERYTHING:
                assert not [name for name in _operators(plan) if name.endswith(LONGER_IN_A_LARGER_GRAPH)], text


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
