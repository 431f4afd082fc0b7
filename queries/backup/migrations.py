"""From older forms of the ledger to ours: each migration makes rows of one version into rows of the next.

A backup keeps the version of its rows, so every backup that was ever made can be restored; a store of an older version
says that it wants to be backed up and restored. A migration gets all rows in the order of a backup and gives them in
that order. ``Rekeying`` is what a change of folding needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from queries import schema_version
from queries.backup.form import Row

Rows = Iterable[tuple[str, Row]]
Migration = Callable[[Rows], Iterator[tuple[str, Row]]]

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})
"""By the version that they start from."""


def migrated(rows: Rows, schema: int) -> Rows:
    """Rows of this version as rows of ours."""
    for version in range(schema, schema_version.SCHEMA):
        rows = MIGRATIONS[version](rows)
    return rows
