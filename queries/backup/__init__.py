"""The whole ledger out of a graph and into one, on either engine; see ``docs/backup.md`` for the form of the file."""

from queries.backup.reading import Header, verified
from queries.backup.restoring import Restored, restore
from queries.backup.sweeping import finish_sweep, is_unswept
from queries.backup.writing import BackupReport, write_backup

__all__ = ["BackupReport", "Header", "Restored", "finish_sweep", "is_unswept", "restore", "verified", "write_backup"]
