"""What changed in the graph since a day: joined, left, renamed, merged, moved, new and lapsed links and fields."""

from queries.changes.answer import DEFAULT_LIMIT, changes, changes_of_run

__all__ = ["DEFAULT_LIMIT", "changes", "changes_of_run"]
