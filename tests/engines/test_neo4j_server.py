"""The server that stands in for a production Neo4j in all other tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from tests.engines.address import Address
from tests.engines.neo4j_server import USER, Neo4jServer


@pytest.fixture(scope="module")
def server(neo4j_jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Neo4jServer:
    """A server of our own, which these tests may kill."""
    return Neo4jServer(tmp_path_factory.mktemp("own-neo4j"), neo4j_jars)


def test_what_a_server_acknowledged_is_there_after_it_was_killed(server: Neo4jServer) -> None:
    with server, GraphDatabase.driver(server.address, auth=(USER, server.password)) as driver:
        driver.execute_query("CREATE (:Kept {name: $name})", name="'t Laefhoês")
    with server, GraphDatabase.driver(server.address, auth=(USER, server.password)) as driver:
        assert driver.execute_query("MATCH (k:Kept) RETURN k.name").records[0].value() == "'t Laefhoês"


def test_the_bulk_import_of_the_real_server_is_there(server: Neo4jServer) -> None:
    helped = server.admin("database", "import", "full", "--help")
    assert helped.returncode == 0, helped.stderr
    assert "--nodes" in helped.stdout


@pytest.mark.parametrize("engine", ["neo4j"], indirect=True)
def test_the_default_password_does_not_open_it(address: Address) -> None:
    with (
        GraphDatabase.driver(str(address.where), auth=(USER, "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()
