"""Restoring, deciding, erasing and sweeping, killed at any moment: nothing acknowledged is lost, nothing half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import GraphUnavailable
from queries import Graph
from queries.backup import restore, write_backup
from queries.ledger.erasing import erase
from queries.ledger.rebuild import rebuild
from queries.ledger.suppressions import erased_people
from tests.engines.emptying import empty_out
from tests.engines.killing import Campaign
from tests.engines.place import Place
from tests.ingest.shapes import Shape, shape_of
from tests.queries.disk import files_with
from tests.queries.held import AT, NAME, OTHER, load_name, where_held
from tests.queries.upkeep_process import decision, work

pytestmark = pytest.mark.timeout(3_000)


def test_killed_at_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=5)


@pytest.mark.soak
def test_killed_at_a_hundred_random_moments(place: Place, tmp_path: Path) -> None:
    _kill_and_go_on(place, tmp_path, moments=100)


def _kill_and_go_on(place: Place, tmp_path: Path, moments: int) -> None:
    backup = tmp_path / "backup"
    whole, without = _shapes(place, backup)
    upkeep = Campaign(place, "tests.queries.upkeep_process", (str(backup),))
    peace = upkeep.in_peace()
    with place.open() as graph:
        assert shape_of(graph) == without
        empty_out(graph)
    for said in upkeep.kills(moments, peace):
        with place.open() as graph:
            _all_or_nothing(graph, backup, said, whole, without)
            empty_out(graph)  # also of whom to keep out, so that the next one erases anew
    with place.open() as graph:
        work(graph, backup)
        assert shape_of(graph) == without
        assert rebuild(graph, check=True).items == ()
    if not place.user:
        assert files_with(Path(place.where), NAME) == []


def _shapes(place: Place, backup: Path) -> tuple[Shape, Shape]:
    """The graph with the name and without it; the one with it is backed up."""
    with place.open() as graph:
        load_name(graph)
        write_backup(graph, backup, AT)
        whole = shape_of(graph)
        erase(graph, NAME, AT)
        without = shape_of(graph)
        empty_out(graph)
    return whole, without


def _all_or_nothing(graph: Graph, backup: Path, said: list[str], whole: Shape, without: Shape) -> None:
    try:
        now = shape_of(graph)
    except GraphUnavailable:  # a restore into the one database there is was broken off: it lets nobody in
        assert graph.engine == "neo4j"
        assert "restored" not in said
        restore(graph, backup)
        now = shape_of(graph)
    assert now in (whole, without) or (not now.things and "restored" not in said)
    kept = graph.answer(lambda tx: {row["d"]["id"] for row in tx.run("MATCH (d:Decision) RETURN properties(d) AS d")})
    for line in said:
        if line.startswith("decided"):
            assert decision(int(line.split()[1])).id in kept
    erased = bool(erased_people(graph))
    assert erased or "erased" not in said
    assert now == without or not erased
    for name in (NAME, OTHER) if erased else ():
        assert where_held(graph, name) == set()
    assert rebuild(graph, check=True).items == ()
