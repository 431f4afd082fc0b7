"""Restoring in the middle of any story: the graph follows from the ledger, and whoever was erased stays out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all

from queries import Graph
from queries.backup import restore, write_backup
from queries.ledger.rebuild import rebuild
from tests.ledgers import PEOPLE
from tests.queries.test_ledger_law import AT, Story, names_left, shape, steps

pytestmark = pytest.mark.timeout(3_000)
Steps = list[tuple[str, object]]
FEW = settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=200)


@FEW
@for_all(steps, steps, steps)
def test_a_story_with_a_restore_in_it(
    emptied: Callable[[], Graph], tmp_path: Path, before: Steps, between: Steps, after: Steps
) -> None:
    _tell(emptied(), tmp_path / "backup", before, between, after)


@pytest.mark.soak
@MANY
@for_all(steps, steps, steps)
def test_many_stories_with_a_restore_in_them(
    emptied: Callable[[], Graph], tmp_path: Path, before: Steps, between: Steps, after: Steps
) -> None:
    _tell(emptied(), tmp_path / "backup", before, between, after)


def _tell(graph: Graph, file: Path, before: Steps, between: Steps, after: Steps) -> None:
    told = Story(graph, file.with_name("within"))
    for what, given in before:
        told.step(what, given)
    write_backup(graph, file, AT)
    then, erased = shape(graph), set(told.erased)
    for what, given in between:
        told.step(what, given)
    restore(graph, file)
    told.runs.clear()  # those of after the backup are not there any more
    told.decided.clear()
    assert shape(graph) == then or told.erased > erased
    assert rebuild(graph, check=True).items == ()
    for what, given in after:
        told.step(what, given)
    assert rebuild(graph, check=True).items == ()
    assert names_left(graph, told.erased & set(PEOPLE)) == set()
