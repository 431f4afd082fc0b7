"""After an erasure no byte of the database's files holds the name: by a fresh database, or by the printed steps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from queries import connect
from queries.backup import finish_sweep, is_unswept, restore, write_backup
from queries.engine.embedded.folder import EngineFolder
from queries.engine.embedded.join import stop
from queries.ledger.erasing import erase
from queries.ledger.rebuild import rebuild
from tests.engines.address import SECRET
from tests.engines.neo4j_server import Neo4jServer
from tests.engines.place import Place
from tests.ingest.shapes import shape_of
from tests.queries.disk import files_with
from tests.queries.held import AT, NAME, OTHER, load_name, where_held

pytestmark = pytest.mark.timeout(600)


def test_a_fresh_database_of_the_embedded_engine_holds_nothing_of_the_name(tmp_path: Path) -> None:
    with connect(tmp_path, secret=SECRET) as graph, connect(tmp_path, secret=SECRET) as other:
        graph.prepare()
        load_name(graph)
        erase(graph, NAME, AT)
        before = shape_of(graph)
        assert is_unswept(graph)
        assert files_with(tmp_path, NAME)
        assert finish_sweep(graph)
        assert not is_unswept(graph)
        assert files_with(tmp_path, NAME) == files_with(tmp_path, OTHER) == []
        assert shape_of(graph) == before
        assert shape_of(other) == before  # who had the old database open goes on with the new one
        assert rebuild(graph, check=True).items == ()
    stop(EngineFolder(tmp_path))
    assert files_with(tmp_path, NAME) == []


@pytest.mark.parametrize("place", ["neo4j"], ids=["own-neo4j"], indirect=True)
def test_the_offline_steps_leave_nothing_of_the_name_on_a_neo4j_server(
    place: Place, own_neo4j: Neo4jServer, tmp_path: Path
) -> None:
    with place.open() as graph:
        load_name(graph)
        erase(graph, NAME, AT)
        assert where_held(graph, NAME) == set()
        assert not finish_sweep(graph)
        before = shape_of(graph)
        write_backup(graph, tmp_path / "backup", AT)
    own_neo4j.kill()
    assert files_with(own_neo4j.home / "data", NAME)
    for folder in ("data/databases/neo4j", "data/transactions/neo4j", "logs"):
        shutil.rmtree(own_neo4j.home / folder)
    own_neo4j.start()
    with place.open() as graph:
        restore(graph, tmp_path / "backup")
        assert shape_of(graph) == before
        assert not is_unswept(graph)
        assert rebuild(graph, check=True).items == ()
    own_neo4j.kill()
    assert files_with(own_neo4j.home, NAME) == files_with(own_neo4j.home, OTHER) == []
    own_neo4j.start()
