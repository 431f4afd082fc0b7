"""How two workers share the suite: what costs much to make is made on one of them, and the longest work starts first.

pytest-xdist can group tests by a mark, which it writes into their names; that does nothing on pytest 9.2, and says
nothing about it. So the groups are read from the names here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xdist.scheduler import LoadScopeScheduling

LONGEST = (
    "neo4j", "embedded", "own-neo4j", "test_upkeep_killed.py own-embedded", "browser", "test_bytes_on_disk.py",
    "test_reading_killed.py own-embedded", "test_backup.py", "test_backup_image.py", "test_projection_law.py",
    "test_packaging.py", "test_engine_embedded.py", "test_page.py", "test_hostile.py", "test_mutated_pages.py",
    "test_own_pages.py", "test_engine_kills.py",
)  # fmt: skip
"""The groups that start first, so that neither worker has a minute to go when the other one is done."""

_ENGINE = re.compile(r"\[(own-)?(embedded|neo4j)\b")


class Sharing(LoadScopeScheduling):
    """Gives a worker that has nothing left to do the next group of tests."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(test: str) -> str:
    """One worker takes the embedded engine, the other Neo4j; what needs neither they share file by file.

    The tests that may kill their Neo4j have one server for all; with an embedded engine of its own, which takes less to
    start, a test shares nothing with the next one.
    """
    file = test.partition("::")[0]
    folder, _, name = file.rpartition("/")
    engine = _ENGINE.search(test)
    if engine and engine[0] != "[own-embedded":
        return engine[0].removeprefix("[")
    if folder == "tests/browser":  # one graph and one server for all pages that a browser looks at
        return "browser"
    return f"{name} own-{engine[2]}" if engine else name


def place_in_line(test: str, longest: Sequence[str] = LONGEST) -> int:
    """Where the group of a test stands among those that start first."""
    group = group_of(test)
    return longest.index(group) if group in longest else len(longest)
