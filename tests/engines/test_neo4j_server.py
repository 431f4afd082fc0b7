"""The server that stands in for a production Neo4j in all other tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from tests.engines.address import Address
from tests.engines.neo4j_server import USER, Neo4jServer


def test_the_bulk_import_of_the_real_server_is_there(neo4j_jars: Path, tmp_path: Path) -> None:
    helped = Neo4jServer(tmp_path, neo4j_jars).admin("database", "import", "full", "--help")
    assert helped.returncode == 0, helped.stderr
    assert "--nodes" in helped.stdout


@pytest.mark.parametrize("engine", ["neo4j"], indirect=True)
def test_the_default_password_does_not_open_it(address: Address) -> None:
    with (
        GraphDatabase.driver(str(address.where), auth=(USER, "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()
